CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS dispatch_order (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    reference TEXT NOT NULL,
    content TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('accepted', 'collected', 'cancelled')),
    due REAL NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (account, reference)
) STRICT;
CREATE INDEX IF NOT EXISTS dispatch_order_due ON dispatch_order (due) WHERE status = 'accepted';

CREATE TABLE IF NOT EXISTS settlement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    currency TEXT NOT NULL,
    paid_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS shipment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    reference TEXT NOT NULL,
    content TEXT NOT NULL,
    charge TEXT NOT NULL,
    status TEXT NOT NULL,
    label TEXT NOT NULL CHECK (label IN ('pending', 'ready')),
    label_due REAL,
    plan TEXT NOT NULL,
    due REAL,
    dispatch_order_id INTEGER REFERENCES dispatch_order (id),
    settlement_due REAL,
    settlement_id INTEGER REFERENCES settlement (id),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (account, reference)
) STRICT;
CREATE INDEX IF NOT EXISTS shipment_label_due ON shipment (label_due) WHERE label_due IS NOT NULL;
CREATE INDEX IF NOT EXISTS shipment_due ON shipment (due) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS shipment_settlement_due ON shipment (settlement_due) WHERE settlement_due IS NOT NULL;
CREATE INDEX IF NOT EXISTS shipment_settlement ON shipment (settlement_id) WHERE settlement_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS shipment_dispatch_order ON shipment (dispatch_order_id) WHERE dispatch_order_id IS NOT NULL;

CREATE TABLE IF NOT EXISTS parcel (
    serial INTEGER PRIMARY KEY AUTOINCREMENT,
    shipment_id INTEGER NOT NULL REFERENCES shipment (id),
    number INTEGER NOT NULL,
    tracking_number TEXT UNIQUE,
    UNIQUE (shipment_id, number)
) STRICT;

CREATE TABLE IF NOT EXISTS event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    shipment_id INTEGER NOT NULL REFERENCES shipment (id),
    sequence INTEGER NOT NULL,
    type TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    description TEXT NOT NULL,
    city TEXT,
    country TEXT,
    reason TEXT,
    cod_collected TEXT,
    UNIQUE (shipment_id, sequence)
) STRICT;
CREATE INDEX IF NOT EXISTS event_account ON event (account, id);

CREATE TABLE IF NOT EXISTS webhook (account TEXT PRIMARY KEY, url TEXT NOT NULL, secret TEXT NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS push (
    event_id INTEGER PRIMARY KEY REFERENCES event (id),
    account TEXT NOT NULL,
    shipment_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'sent', 'dropped', 'given_up')),
    attempts INTEGER NOT NULL DEFAULT 0,
    drawn INTEGER NOT NULL DEFAULT 0,
    due REAL NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS push_due ON push (due) WHERE state IN ('waiting', 'held');

CREATE TABLE IF NOT EXISTS fault (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0,
    hit INTEGER NOT NULL DEFAULT 0
) STRICT;
