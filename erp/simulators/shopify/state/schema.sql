CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (kind TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS locations (id INTEGER PRIMARY KEY, name TEXT NOT NULL, active INTEGER NOT NULL, doc TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS products (
    id INTEGER PRIMARY KEY, handle TEXT NOT NULL UNIQUE, title TEXT NOT NULL, status TEXT NOT NULL, vendor TEXT NOT NULL,
    product_type TEXT NOT NULL, tags TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, doc TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS products_updated ON products (updated_at, id);
CREATE INDEX IF NOT EXISTS products_title ON products (title, id);

-- A variant and its inventory item are one row: the vendor has exactly one item per variant. SKUs may repeat.
CREATE TABLE IF NOT EXISTS variants (
    id INTEGER PRIMARY KEY, product_id INTEGER NOT NULL REFERENCES products ON DELETE CASCADE, item_id INTEGER NOT NULL UNIQUE,
    sku TEXT, barcode TEXT, title TEXT NOT NULL, position INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    doc TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS variants_product ON variants (product_id, position, id);
CREATE INDEX IF NOT EXISTS variants_sku ON variants (sku, id);
CREATE INDEX IF NOT EXISTS variants_barcode ON variants (barcode);
CREATE INDEX IF NOT EXISTS variants_updated ON variants (updated_at, id);

CREATE TABLE IF NOT EXISTS levels (
    id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL, location_id INTEGER NOT NULL REFERENCES locations,
    active INTEGER NOT NULL DEFAULT 1,
    available INTEGER NOT NULL DEFAULT 0, committed INTEGER NOT NULL DEFAULT 0, incoming INTEGER NOT NULL DEFAULT 0,
    reserved INTEGER NOT NULL DEFAULT 0, damaged INTEGER NOT NULL DEFAULT 0, safety_stock INTEGER NOT NULL DEFAULT 0,
    quality_control INTEGER NOT NULL DEFAULT 0,
    on_hand INTEGER GENERATED ALWAYS AS (available + committed + reserved + damaged + safety_stock + quality_control) VIRTUAL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    UNIQUE (item_id, location_id)
);
CREATE INDEX IF NOT EXISTS levels_location ON levels (location_id, id);

CREATE TABLE IF NOT EXISTS customers (
    id INTEGER PRIMARY KEY, email TEXT UNIQUE, phone TEXT, name TEXT NOT NULL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL, doc TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS customers_updated ON customers (updated_at, id);

CREATE TABLE IF NOT EXISTS orders (
    id INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, customer_id INTEGER, email TEXT,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL, processed_at TEXT NOT NULL, cancelled_at TEXT, closed_at TEXT,
    financial TEXT NOT NULL, fulfillment TEXT NOT NULL, total_price REAL NOT NULL, total TEXT NOT NULL, currency TEXT NOT NULL,
    tags TEXT NOT NULL, source_identifier TEXT, doc TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS orders_updated ON orders (updated_at, id);
CREATE INDEX IF NOT EXISTS orders_created ON orders (created_at, id);
CREATE INDEX IF NOT EXISTS orders_processed ON orders (processed_at, id);
CREATE INDEX IF NOT EXISTS orders_customer ON orders (customer_id);

-- Which order a fulfilment, a fulfilment order, a refund, a line or a transaction lies in.
CREATE TABLE IF NOT EXISTS parts (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, order_id INTEGER NOT NULL REFERENCES orders);
CREATE INDEX IF NOT EXISTS parts_kind ON parts (kind, id);

CREATE TABLE IF NOT EXISTS metafields (
    id INTEGER PRIMARY KEY, owner_kind TEXT NOT NULL, owner_id INTEGER NOT NULL, namespace TEXT NOT NULL, key TEXT NOT NULL,
    type TEXT NOT NULL, value TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    UNIQUE (owner_kind, owner_id, namespace, key)
);
CREATE INDEX IF NOT EXISTS metafields_value ON metafields (owner_kind, namespace, key, value);

CREATE TABLE IF NOT EXISTS idempotency (
    operation TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, answer TEXT NOT NULL, created_at TEXT NOT NULL,
    PRIMARY KEY (operation, key)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS subscriptions (
    id INTEGER PRIMARY KEY, topic TEXT NOT NULL, uri TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0, doc TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS deliveries (
    id INTEGER PRIMARY KEY, subscription_id INTEGER NOT NULL, topic TEXT NOT NULL, uri TEXT NOT NULL, headers TEXT NOT NULL,
    payload BLOB NOT NULL, status TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL, last TEXT,
    created_at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (due) WHERE status = 'waiting';
CREATE INDEX IF NOT EXISTS deliveries_status ON deliveries (status);

CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, kind TEXT NOT NULL, expires REAL, replaced_by TEXT, used INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS faults (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, doc TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS calls (operation TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
