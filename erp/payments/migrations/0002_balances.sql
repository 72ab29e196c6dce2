-- Keeps TenderBalance equal to the sums of paid tenders and done refunds. An owner's or a currency's change moves the sum too.
CREATE FUNCTION payments_count() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    counted text := CASE TG_TABLE_NAME WHEN 'payments_tender' THEN 'paid' ELSE 'done' END;
    was numeric := CASE WHEN TG_OP <> 'INSERT' AND OLD.state = counted THEN OLD.amount ELSE 0 END;
    now_is numeric := CASE WHEN TG_OP <> 'DELETE' AND NEW.state = counted THEN NEW.amount ELSE 0 END;
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.owner_kind, OLD.owner_key, OLD.currency) <> (NEW.owner_kind, NEW.owner_key, NEW.currency) THEN
        RAISE EXCEPTION 'the owner and the currency of a payment never change' USING ERRCODE = 'check_violation';
    END IF;
    IF was <> now_is THEN
        PERFORM payments_add(
            CASE TG_OP WHEN 'DELETE' THEN OLD.owner_kind ELSE NEW.owner_kind END,
            CASE TG_OP WHEN 'DELETE' THEN OLD.owner_key ELSE NEW.owner_key END,
            CASE TG_OP WHEN 'DELETE' THEN OLD.currency ELSE NEW.currency END,
            CASE counted WHEN 'paid' THEN now_is - was ELSE 0 END,
            CASE counted WHEN 'done' THEN now_is - was ELSE 0 END
        );
    END IF;
    RETURN NULL;
END $$;

-- UPDATE before INSERT: the row proposed by an INSERT ... ON CONFLICT would be checked for itself and refused for a refund.
CREATE FUNCTION payments_add(kind text, key text, money text, more_paid numeric, more_refunded numeric) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    LOOP
        UPDATE payments_tenderbalance
            SET paid = paid + more_paid, refunded = refunded + more_refunded
            WHERE owner_kind = kind AND owner_key = key AND currency = money;
        EXIT WHEN FOUND;
        INSERT INTO payments_tenderbalance (owner_kind, owner_key, currency, paid, refunded)
            VALUES (kind, key, money, 0, 0)
            ON CONFLICT (owner_kind, owner_key, currency) DO NOTHING;
    END LOOP;
END $$;

CREATE TRIGGER tender_counted AFTER INSERT OR UPDATE OR DELETE ON payments_tender
    FOR EACH ROW EXECUTE FUNCTION payments_count();
CREATE TRIGGER tender_refund_counted AFTER INSERT OR UPDATE OR DELETE ON payments_tenderrefund
    FOR EACH ROW EXECUTE FUNCTION payments_count();

-- The counters are proved once more at commit, against the rows themselves, should anybody have written to them by hand.
CREATE FUNCTION payments_prove() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong bigint;
BEGIN
    SELECT b.id INTO wrong FROM payments_tenderbalance b WHERE b.id = NEW.id AND (
        b.paid <> COALESCE((
            SELECT sum(amount) FROM payments_tender t
            WHERE t.owner_kind = b.owner_kind AND t.owner_key = b.owner_key
            AND t.currency = b.currency AND t.state = 'paid'), 0)
        OR b.refunded <> COALESCE((
            SELECT sum(amount) FROM payments_tenderrefund r
            WHERE r.owner_kind = b.owner_kind AND r.owner_key = b.owner_key
            AND r.currency = b.currency AND r.state = 'done'), 0)
    );
    IF FOUND THEN
        RAISE EXCEPTION 'tender balance % is not the sum of its tenders and refunds', wrong
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tender_balance_is_sum';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER tender_balance_is_sum AFTER INSERT OR UPDATE ON payments_tenderbalance
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payments_prove();
