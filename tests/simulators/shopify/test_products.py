"""productSet replaces lists; variants in bulk; deleting."""

from typing import Any

from tests.simulators.shopify.driving import Json, Shop, item

SET = """mutation ($identifier: ProductSetIdentifiers, $input: ProductSetInput!, $synchronous: Boolean) {
  productSet(identifier: $identifier, input: $input, synchronous: $synchronous) {
    product { id handle status tags options { name values } variants(first: 100) { nodes {
      id sku price inventoryQuantity selectedOptions { name value } inventoryItem { id unitCost { amount } measurement
      { weight { value unit } } } } } } productSetOperation { id status } userErrors { code field message } } }"""
UPDATE = """mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!, $partial: Boolean) {
  productVariantsBulkUpdate(productId: $product, variants: $variants, allowPartialUpdates: $partial) {
    productVariants { id sku price barcode } userErrors { code field } } }"""


def size(value: str, **more: Any) -> Json:
    return {"optionValues": [{"optionName": "Size", "name": value}], "price": "10.00", **more}


def sized(*variants: Json, **more: Any) -> Json:
    values = [{"name": each["optionValues"][0]["name"]} for each in variants]
    return {"title": "Tee", "productOptions": [{"name": "Size", "values": values}], "variants": list(variants), **more}


def put(shop: Shop, given: Json, **identifier: Any) -> Json:
    answer: Json = shop.data_of(SET, {"input": given, "identifier": identifier or None})["productSet"]
    return answer


def test_a_list_that_is_given_replaces_the_old_one(shop: Shop) -> None:
    first = put(shop, sized(size("S", sku="SET-S"), size("M", sku="SET-M"), tags=["a", "b"]), handle="set-tee")
    before = {each["sku"]: each["id"] for each in first["product"]["variants"]["nodes"]}
    second = put(
        shop, sized(size("S", sku="SET-S", price="12.00"), size("L", sku="SET-L"), tags=["c"]), handle="set-tee"
    )
    after = {each["sku"]: each["id"] for each in second["product"]["variants"]["nodes"]}
    assert second["product"]["id"] == first["product"]["id"]
    assert list(after) == ["SET-S", "SET-L"]
    assert after["SET-S"] == before["SET-S"]
    assert second["product"]["tags"] == ["c"]
    gone = shop.data_of("query ($id: ID!) { productVariant(id: $id) { id } }", {"id": before["SET-M"]})
    assert gone == {"productVariant": None}


def test_what_is_not_given_stays(shop: Shop) -> None:
    put(shop, sized(size("S", sku="STAY-S"), tags=["a"]), handle="stay-tee")
    answer = put(shop, {"title": "Another title"}, handle="stay-tee")
    assert answer["product"]["tags"] == ["a"]
    assert [each["sku"] for each in answer["product"]["variants"]["nodes"]] == ["STAY-S"]


def test_a_custom_id_finds_the_product_again(shop: Shop) -> None:
    custom = {"namespace": "$app", "key": "erp_id", "value": "P-77"}
    made = put(shop, sized(size("S")), customId=custom)["product"]["id"]
    assert put(shop, sized(size("S")), customId=custom)["product"]["id"] == made
    found = shop.data_of(
        "query ($wanted: ProductIdentifierInput!) { productByIdentifier(identifier: $wanted) { id } }",
        {"wanted": {"customId": custom}},
    )
    assert found["productByIdentifier"]["id"] == made


def test_quantities_costs_and_weights_are_kept(shop: Shop) -> None:
    more = {
        "inventoryItem": {
            "cost": "7.5",
            "tracked": True,
            "measurement": {"weight": {"value": 0.2, "unit": "KILOGRAMS"}},
        },
        "inventoryQuantities": [{"locationId": shop.location(), "name": "available", "quantity": 5}],
    }
    variant = put(shop, sized(size("S", sku="KEPT-S", **more)), handle="kept-tee")["product"]["variants"]["nodes"][0]
    assert variant["inventoryQuantity"] == 5
    assert variant["inventoryItem"]["unitCost"] == {"amount": "7.5"}
    assert variant["inventoryItem"]["measurement"]["weight"] == {"value": 0.2, "unit": "KILOGRAMS"}


def test_mistakes_have_codes(shop: Shop) -> None:
    def code(given: Json, **identifier: Any) -> str:
        return str(put(shop, given, **identifier)["userErrors"][0]["code"])

    four = [{"name": name, "values": [{"name": "x"}]} for name in "ABCD"]
    assert code(sized(size("S")), id="gid://shopify/Product/1") == "PRODUCT_DOES_NOT_EXIST"
    assert code(sized(size("S"), size("S"))) == "INVALID_VARIANT"
    assert code({"title": "T", "productOptions": four, "variants": []}) == "OPTIONS_OVER_LIMIT"
    assert code({"title": "T", "variants": [size("S")]}) == "PRODUCT_OPTIONS_INPUT_MISSING"
    assert code(sized(size("S", price="-1"))) == "INVALID_VARIANT"
    put(shop, sized(size("S")), handle="taken-tee")
    assert code(sized(size("S"), handle="taken-tee")) == "HANDLE_NOT_UNIQUE"


def test_an_asynchronous_set_is_polled(shop: Shop) -> None:
    answer = shop.data_of(SET, {"input": sized(size("S")), "synchronous": False})["productSet"]
    assert answer["product"] is None
    poll = "query ($id: ID!) { productOperation(id: $id) { ... on ProductSetOperation { status product { title } } } }"
    found = shop.data_of(poll, {"id": answer["productSetOperation"]["id"]})["productOperation"]
    assert found == {"status": "COMPLETE", "product": {"title": "Tee"}}


def test_a_bulk_update_is_all_or_nothing_unless_partial(shop: Shop) -> None:
    product = shop.product("PARTIAL", price="5.00")
    good = {"id": product["variants"][0]["gid"], "price": "6.00", "inventoryItem": {"sku": "PARTIAL-2"}}
    bad = {"id": "gid://shopify/ProductVariant/1", "price": "1.00"}
    whole = shop.data_of(UPDATE, {"product": product["gid"], "variants": [good, bad]})["productVariantsBulkUpdate"]
    assert [each["code"] for each in whole["userErrors"]] == ["PRODUCT_VARIANT_DOES_NOT_EXIST"]
    read = "query ($id: ID!) { productVariant(id: $id) { price sku } }"
    assert shop.data_of(read, {"id": good["id"]})["productVariant"] == {"price": "5.00", "sku": "PARTIAL"}
    partial = shop.data_of(UPDATE, {"product": product["gid"], "variants": [good, bad], "partial": True})
    assert [each["code"] for each in partial["productVariantsBulkUpdate"]["userErrors"]] == [
        "PRODUCT_VARIANT_DOES_NOT_EXIST"
    ]
    assert shop.data_of(read, {"id": good["id"]})["productVariant"] == {"price": "6.00", "sku": "PARTIAL-2"}


def test_stock_in_a_bulk_update_is_compared(shop: Shop) -> None:
    product = shop.product("BULK-CAS", stock=4)
    variant = product["variants"][0]["gid"]

    def update(**more: Any) -> Json:
        answer: Json = shop.ask(UPDATE, {"product": product["gid"], "variants": [{"id": variant, **more}]})
        return answer

    plain = {"availableQuantity": 9, "locationId": shop.location()}
    refused = update(inventoryQuantities=[plain])["data"]["productVariantsBulkUpdate"]["userErrors"]
    assert refused[0]["code"] == "NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE"
    assert (
        "changeFromQuantity"
        in update(quantityAdjustments=[{"adjustment": 1, "locationId": shop.location()}])["errors"][0]["message"]
    )
    compared = {"adjustment": 2, "locationId": shop.location(), "changeFromQuantity": 4}
    assert update(quantityAdjustments=[compared])["data"]["productVariantsBulkUpdate"]["userErrors"] == []
    assert shop.levels("BULK-CAS") == (6, 0, 6)


def test_a_deleted_product_takes_its_variants_along(shop: Shop) -> None:
    product = shop.product("GONE")
    document = "mutation ($id: ID!) { productDelete(input: {id: $id}) { deletedProductId userErrors { message } } }"
    assert shop.data_of(document, {"id": product["gid"]})["productDelete"]["deletedProductId"] == product["gid"]
    found = shop.data_of("query ($id: ID!) { inventoryItem(id: $id) { id } }", {"id": item(product)})
    assert found == {"inventoryItem": None}


def test_a_sku_may_repeat(shop: Shop) -> None:
    shop.product("TWIN")
    shop.product("TWIN")
    found = shop.data_of(
        '{ productVariants(first: 5, query: "sku:TWIN") { nodes { inventoryItem { duplicateSkuCount } } } }'
    )
    assert [each["inventoryItem"]["duplicateSkuCount"] for each in found["productVariants"]["nodes"]] == [1, 1]


def test_metafields_are_compared_the_other_way_round(shop: Shop) -> None:
    product = shop.product("META")
    document = """mutation ($fields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $fields) {
      metafields { value compareDigest } userErrors { code } } }"""

    def put_field(value: str, **more: Any) -> Json:
        field = {
            "ownerId": product["gid"],
            "namespace": "erp",
            "key": "id",
            "type": "single_line_text_field",
            "value": value,
        }
        answer: Json = shop.data_of(document, {"fields": [field | more]})["metafieldsSet"]
        return answer

    first = put_field("1", compareDigest=None)["metafields"][0]
    assert put_field("2", compareDigest=None)["userErrors"][0]["code"] == "STALE_OBJECT"
    assert put_field("2", compareDigest=first["compareDigest"])["metafields"][0]["value"] == "2"
    assert put_field("3")["metafields"][0]["value"] == "3"
