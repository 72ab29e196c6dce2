"""Products, stock levels and the shop as webhooks show them."""

from erp.simulators.shopify.domain import catalogue, stock
from erp.simulators.shopify.state import gids, times
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

FULL_VARIANTS = 100


def product_body(world: World, doc: Doc) -> Doc:
    """
    Return the body of products/create and update; only the first 100 variants are whole, all are named in variant_gids.
    """
    zone, variants = world.shop["ianaTimezone"], catalogue.variants(world, doc["id"])
    return {
        "id": doc["id"], "admin_graphql_api_id": gids.gid("Product", doc["id"]), "body_html": doc["descriptionHtml"],
        "created_at": times.in_zone(doc["createdAt"], zone), "updated_at": times.in_zone(doc["updatedAt"], zone),
        "published_at": times.in_zone(doc["publishedAt"], zone), "handle": doc["handle"],
        "product_type": doc["productType"],
        "template_suffix": None, "title": doc["title"], "vendor": doc["vendor"], "status": doc["status"].lower(),
        "published_scope": "web", "tags": ", ".join(doc["tags"]),
        "variants": [_variant(world, each) for each in variants[:FULL_VARIANTS]],
        "options": [
            {"id": doc["id"] + place, "product_id": doc["id"], "name": each["name"], "position": place,
                "values": each["values"]}
            for place, each in enumerate(doc["options"], 1)
        ],
        "images": [], "image": None, "media": [], "category": None, "has_variants_that_requires_components": False,
        "variant_gids": [
            {"admin_graphql_api_id": gids.gid("ProductVariant", each["id"]),
                "updated_at": each["updatedAt"]} for each in variants
        ],
    }  # fmt: skip


def _variant(world: World, doc: Doc) -> Doc:
    zone = world.shop["ianaTimezone"]
    values = [each["value"] for each in doc["selectedOptions"]] + [None, None, None]
    quantity = stock.available(world, doc["itemId"])
    return {
        "id": doc["id"], "admin_graphql_api_id": gids.gid("ProductVariant", doc["id"]), "product_id": doc["productId"],
        "barcode": doc["barcode"], "compare_at_price": doc["compareAtPrice"],
        "created_at": times.in_zone(doc["createdAt"], zone),
        "updated_at": times.in_zone(doc["updatedAt"], zone), "inventory_policy": doc["inventoryPolicy"].lower(),
        "position": doc["position"],
        "price": doc["price"], "sku": doc["sku"], "taxable": doc["taxable"], "title": doc["title"],
        "option1": values[0],
        "option2": values[1], "option3": values[2], "image_id": None, "inventory_item_id": doc["itemId"],
        "inventory_quantity": quantity,
        "old_inventory_quantity": quantity,
    }  # fmt: skip


def level_body(world: World, level: Doc) -> Doc:
    """Return the body of inventory_levels/update."""
    return {
        "inventory_item_id": level["item_id"], "location_id": level["location_id"], "available": level["available"],
        "updated_at": times.in_zone(level["updated_at"], world.shop["ianaTimezone"]),
        "admin_graphql_api_id": gids.gid("InventoryLevel", f"{level['id']}?inventory_item_id={level['item_id']}"),
    }  # fmt: skip


def shop_body(world: World, subject: object = None) -> Doc:
    """Return the body of app/uninstalled."""
    shop, domain = world.shop, world.settings.domain
    currency = shop["currencyCode"]
    at = times.in_zone(shop["createdAt"], shop["ianaTimezone"])
    return {
        "id": shop["id"], "name": shop["name"], "email": shop["email"], "domain": domain, "province": "",
        "country": shop["countryCode"],
        "address1": "", "zip": "", "city": shop["city"], "source": None, "phone": "", "latitude": None,
        "longitude": None,
        "primary_locale": "pl", "address2": None, "created_at": at, "updated_at": at,
        "country_code": shop["countryCode"],
        "country_name": shop["countryCode"], "currency": currency, "customer_email": shop["email"],
        "timezone": shop["ianaTimezone"],
        "iana_timezone": shop["ianaTimezone"], "shop_owner": "Shop Owner", "money_format": "{{amount}} " + currency,
        "money_with_currency_format": "{{amount}} " + currency, "weight_unit": "kg", "province_code": "",
        "taxes_included": shop["taxesIncluded"], "auto_configure_tax_inclusivity": None,
        "tax_shipping": shop["taxShipping"],
        "county_taxes": None, "plan_display_name": "Development", "plan_name": "partner_test", "has_discounts": False,
        "has_gift_cards": True, "myshopify_domain": domain, "google_apps_domain": None,
        "google_apps_login_enabled": None,
        "money_in_emails_format": "{{amount}} " + currency,
        "money_with_currency_in_emails_format": "{{amount}} " + currency,
        "eligible_for_payments": True, "requires_extra_payments_agreement": False, "password_enabled": None,
        "has_storefront": True,
        "finances": True, "primary_location_id": world.store.value("SELECT min(id) FROM locations"),
        "checkout_api_supported": True,
        "multi_location_enabled": True, "setup_required": False, "pre_launch_enabled": False,
        "enabled_presentment_currencies": shop["enabledPresentmentCurrencies"],
        "marketing_sms_consent_enabled_at_checkout": False,
        "transactional_sms_disabled": False,
    }  # fmt: skip
