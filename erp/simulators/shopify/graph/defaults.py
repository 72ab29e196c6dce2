"""What every object of this shop says in fields that nothing here changes."""

from typing import Any

ZERO = "0.00"
NO_IMAGE = {"id": None, "url": "https://cdn.example.com/none.png", "altText": None, "width": None, "height": None}

DEFAULTS: dict[str, dict[str, Any]] = {
    "Shop": {
        "weightUnit": "KILOGRAMS", "checkoutApiSupported": True, "customerAccounts": "OPTIONAL",
        "fulfillmentServices": [],
        "marketingSmsConsentEnabledAtCheckout": False, "orderNumberFormatSuffix": "", "setupRequired": False,
        "shopOwnerName": "Shop Owner", "transactionalSmsDisabled": False, "unitSystem": "METRIC_SYSTEM",
        "plan": {"partnerDevelopment": True, "publicDisplayName": "Development", "shopifyPlus": False},
        "resourceLimits": {
            "locationLimit": 200, "maxProductOptions": 3, "maxProductVariants": 2048, "redirectLimitReached": False,
        },
    },
    "Location": {
        "activatable": False, "addressVerified": True, "deactivatable": True, "deletable": False,
        "hasActiveInventory": True,
        "hasUnfulfilledOrders": True, "isFulfillmentService": False, "shipsInventory": True,
    },
    "Product": {
        "hasVariantsThatRequiresComponents": False, "inCollection": False, "publishedInContext": True,
        "publishedOnPublication": True, "requiresSellingPlan": False, "seo": {"title": None, "description": None},
        "mediaCount": {"count": 0, "precision": "EXACT"}, "sellingPlanGroupsCount": {"count": 0, "precision": "EXACT"},
    },
    "ProductOption": {"id": None},
    "ProductVariant": {
        "publishedOnPublication": True, "requiresComponents": False, "showUnitPrice": False,
    },
    "InventoryItem": {
        "requiresShipping": True, "trackedEditable": {"locked": False, "reason": None},
        "inventoryHistoryUrl": "https://admin.example.com/inventory_history",
    },
    "InventoryLevel": {"canDeactivate": True, "isActive": True},
    "Customer": {
        "canDelete": False, "companyContactProfiles": [], "dataSaleOptOut": False, "image": NO_IMAGE,
        "lifetimeDuration": "",
        "productSubscriberStatus": "NEVER_SUBSCRIBED", "statistics": {"predictedSpendTier": None, "rfmGroup": None},
        "verifiedEmail": True,
    },
    "MailingAddress": {"coordinatesValidated": False},
    "Order": {
        "additionalFees": [], "canNotifyCustomer": True, "confirmed": True, "customerAcceptsMarketing": False,
        "dutiesIncluded": False, "estimatedTaxes": False, "hasTimelineComment": False, "merchantEditable": True,
        "merchantEditableErrors": [], "nonFulfillableLineItems": [], "productNetwork": False,
        "refundDiscrepancySet": ZERO,
        "restockable": True, "returnStatus": "NO_RETURN", "totalWeight": "0", "currentTotalWeight": "0",
        "paymentCollectionDetails": {"additionalPaymentCollectionUrl": None},
        "totalCashRoundingAdjustment": {"paymentSet": ZERO, "refundSet": ZERO},
        "fulfillmentsCount": None,
    },
    "LineItem": {"merchantEditable": True, "nonFulfillableQuantity": 0, "restockable": True},
    "ShippingLine": {"custom": False, "isRemoved": False},
    "TaxLine": {"channelLiable": False},
    "OrderTransaction": {"manualPaymentGateway": False, "manuallyCapturable": False, "multiCapturable": False},
    "Fulfillment": {"requiresShipping": True},
    "FulfillmentOrder": {"fulfillmentHolds": [], "fulfillmentOrdersForMerge": [], "requestStatus": "UNSUBMITTED"},
    "FulfillmentOrderLineItem": {"requiresShipping": True},
    "RefundLineItem": {"restocked": False},
    "CustomerEmailAddress": {
        "marketingState": "NOT_SUBSCRIBED", "marketingUnsubscribeUrl": "https://shop.example.com/unsubscribe",
        "openTrackingLevel": "UNKNOWN", "openTrackingUrl": "https://shop.example.com/tracking", "validFormat": True,
    },
    "WebhookSubscription": {"includeFields": [], "metafieldNamespaces": [], "format": "JSON"},
}  # fmt: skip
