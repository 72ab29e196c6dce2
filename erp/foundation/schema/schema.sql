-- Made by `bin/erp snapshot_schema` from the migrations; never edited by hand.
-- holds: {"account.0001_initial": "6f27ff6bdf57521a", "account.0002_email_max_length": "c956ab7a3c3660a1", "account.0003_alter_emailaddress_create_unique_verified_email": "66b6f1939621bcfa", "account.0004_alter_emailaddress_drop_unique_email": "ebc6317e90c47d7a", "account.0005_emailaddress_idx_upper_email": "e7569f1662da1754", "account.0006_emailaddress_lower": "54adb08cb3fba66b", "account.0007_emailaddress_idx_email": "87fad70bfde8ae29", "account.0008_emailaddress_unique_primary_email_fixup": "794bf875bdbef9c4", "account.0009_emailaddress_unique_primary_email": "79762cfa7b1e1d7c", "accounts.0001_users": "f661ba56fb6401ae", "accounts.0002_memberships_and_keys": "423eee8e56331a7c", "accounts.0003_branch_in_company": "92da9d3c69f72ea0", "accounts.0004_history": "905c738ad6caa0eb", "accounts.0005_installation": "562031661c9c08b8", "accounts.0006_first_owner_runs_installation": "50bec56a9ea076cb", "admin.0001_initial": "f4716989d9815b62", "admin.0002_logentry_remove_auto_add": "2c127e659a2236ed", "admin.0003_logentry_add_action_flag_choices": "02700a827190720e", "auth.0001_initial": "845cff319606332f", "auth.0002_alter_permission_name_max_length": "feaf97e0e8f7d148", "auth.0003_alter_user_email_max_length": "9d5657b4db9872dc", "auth.0004_alter_user_username_opts": "9538db342c9a9bec", "auth.0005_alter_user_last_login_null": "79f60a35dc000fdd", "auth.0006_require_contenttypes_0002": "00cb16e3405f14b6", "auth.0007_alter_validators_add_error_messages": "115db87dc327530f", "auth.0008_alter_user_username_max_length": "02857f65f7d64814", "auth.0009_alter_user_last_name_max_length": "19a89500e7f108a7", "auth.0010_alter_group_name_max_length": "0963ed6498ac0b3a", "auth.0011_update_proxy_permissions": "85a5dde708dc4b61", "auth.0012_alter_user_first_name_max_length": "6cefbc9f80903763", "axes.0001_initial": "e4c0194cf158395b", "axes.0002_auto_20151217_2044": "a092989bdd502de7", "axes.0003_auto_20160322_0929": "ff269df1341caca0", "axes.0004_auto_20181024_1538": "71cdafbe7458c772", "axes.0005_remove_accessattempt_trusted": "baf3f5f6de5b5ee8", "axes.0006_remove_accesslog_trusted": "82850f25ae37e081", "axes.0007_alter_accessattempt_unique_together": "c9fdd81629030721", "axes.0008_accessfailurelog": "2680dce9ecfcd4df", "axes.0009_add_session_hash": "82762be269ea4c62", "axes.0010_accessattemptexpiration": "524ca5b4566a41b8", "carriers.0001_accounts_methods_labels": "eb022795845e065e", "catalog.0001_products": "2bdd36c1fcefa782", "catalog.0002_guards": "4eb2bec174443780", "catalog.0003_history": "b4cf07837df14086", "catalog.0004_imports": "476fcb8b97bf0f3f", "catalog.0005_history_by_statement": "06b24e1c310b8651", "catalog.0006_thumbnails": "a1b90afdbe23db62", "contenttypes.0001_initial": "35ed8489a147e0b4", "contenttypes.0002_remove_content_type_name": "7d36494075750f0e", "crm.0001_customers": "e222e00726f54e5d", "crm.0002_guards": "38760a6b5b638f63", "crm.0003_history": "666f3656e285b94d", "crm.0004_customers_have_notes": "ca801565a070f326", "django_celery_beat.0001_initial": "6bf1c79ac9f72411", "django_celery_beat.0002_auto_20161118_0346": "154389d3ccb333f7", "django_celery_beat.0003_auto_20161209_0049": "32067fe2ba680cdc", "django_celery_beat.0004_auto_20170221_0000": "2b4837d8d3378c9d", "django_celery_beat.0005_add_solarschedule_events_choices": "dc5500d12d7a22a5", "django_celery_beat.0006_auto_20180210_1226": "f73a88c5f2d0f44d", "django_celery_beat.0006_auto_20180322_0932": "3a832dc94d46e6fa", "django_celery_beat.0006_periodictask_priority": "0fb42c2b58e0a7fe", "django_celery_beat.0007_auto_20180521_0826": "47d34e3e0065f630", "django_celery_beat.0008_auto_20180914_1922": "ed4cfd1370ac4c68", "django_celery_beat.0009_periodictask_headers": "f7654b6a68f416eb", "django_celery_beat.0010_auto_20190429_0326": "e37c3d8caabfc28c", "django_celery_beat.0011_auto_20190508_0153": "3e4d086475428317", "django_celery_beat.0012_periodictask_expire_seconds": "c1695524a50c7da8", "django_celery_beat.0013_auto_20200609_0727": "60b4333308aeff38", "django_celery_beat.0014_remove_clockedschedule_enabled": "7c99113b18570f8d", "django_celery_beat.0015_edit_solarschedule_events_choices": "e44f7595f2a0dff4", "django_celery_beat.0016_alter_crontabschedule_timezone": "dd8460a90fd07f43", "django_celery_beat.0017_alter_crontabschedule_month_of_year": "4c3b35ff38856598", "django_celery_beat.0018_improve_crontab_helptext": "cef998b28b992aa5", "django_celery_beat.0019_alter_periodictasks_options": "1b1a8ca535cb348c", "documents.0001_documents": "4e00b9750a1fa415", "documents.0002_history": "a3e2c74e770326b1", "events.0001_event_log": "9b94fc02f2d53240", "events.0002_waiting_in_order": "aa31a093518ed0a2", "finance.0001_accounts_and_entries": "44700eddc5edaaab", "finance.0002_settled_records": "3b388da19754765c", "finance.0003_invoices": "ce17a18079885b83", "finance.0004_audit_runs": "69efa1791876a229", "fiscal.0001_rates_and_series": "16e211a4a042a3d6", "fiscal.0002_history": "f350a8f3f41e6c3c", "fiscal.0003_used_series_and_past_rates_are_fixed": "b74d3fe891ebdf0b", "guardian.0001_initial": "3d8e4b489ecc159b", "guardian.0002_generic_permissions_index": "b48c9d8a2e6d860d", "guardian.0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more": "52195f775979212d", "inventory.0001_goods_ledger": "8af8b5285307fbfb", "inventory.0002_guards": "c424ccbc27055ed7", "inventory.0003_reservation_keeps_claim": "0f2bb1f5abf366b5", "inventory.0004_transfer_key": "7eaa38560669d281", "inventory.0005_goods_in": "7d9f289356c49d02", "jobs.0001_jobs": "78e932f66c105359", "mail.0001_templates_and_messages": "dbdcd001050e4173", "mail.0002_template_history": "b0f5ff53821244f6", "mfa.0001_initial": "a42b6353f2ed5dd7", "mfa.0002_authenticator_timestamps": "b6566eb07301e2e4", "mfa.0003_authenticator_type_uniq": "88550a456154080c", "oauth2_provider.0001_initial": "e94081f5ebe0e4e7", "oauth2_provider.0002_auto_20190406_1805": "5f410f5788726f0b", "oauth2_provider.0003_auto_20201211_1314": "6b0036bea4e086af", "oauth2_provider.0004_auto_20200902_2022": "db5ce7798b511e37", "oauth2_provider.0005_auto_20211222_2352": "e11fbec64cca63df", "oauth2_provider.0006_alter_application_client_secret": "e188e786a6eb19ce", "oauth2_provider.0007_application_post_logout_redirect_uris": "fd40c19a1d55b1f4", "oauth2_provider.0008_alter_accesstoken_token": "dc185583a7b98f93", "oauth2_provider.0009_add_hash_client_secret": "06c37bff71399f68", "oauth2_provider.0010_application_allowed_origins": "414213631b43f23b", "oauth2_provider.0011_refreshtoken_token_family": "b2d83f87680ebef1", "oauth2_provider.0012_add_token_checksum": "c235bb0ac86f47b9", "oauth2_provider.0013_alter_application_authorization_grant_type_device": "8b26274a23588ca9", "oauth2_provider.0014_alter_help_text": "98089577a6daefb2", "oauth2_provider.0015_refreshtoken_token_checksum": "8bff17c0e4b39167", "oauth2_provider.0016_alter_devicegrant_scope": "d3829517abfc4bea", "oauth2_provider.0017_application_dcr_created": "ac99ba0b6a74f273", "oauth2_provider.0018_resource_indicators": "ba2adac9466069c9", "oauth2_provider.0019_application_registration_source": "b45dd81d89ebf535", "oauth2_provider.0020_cimd_application_fields": "f98636915773d34b", "oauth2_provider.0021_translatable_field_labels": "b7798ca7f6b78117", "oauth2_provider.0022_refreshtoken_token_family_index": "a0f8c91c1ad9acd6", "orders.0001_orders": "9b8f6777189a501c", "orders.0002_guards": "b62f444a9dce396d", "orders.0003_newest_orders": "8df06a9ae29f6022", "organisation.0001_companies": "20cccd77685143e9", "organisation.0002_history": "343133ad0486fdc2", "payments.0001_tenders": "a0f0a7bec0b616fb", "payments.0002_balances": "fc9adca3ea6eb2a7", "payments.0003_history": "3a78605e63f8f8b4", "payments.0004_refund_of_same_owner": "1089037a63a85964", "pghistory.0001_initial": "962e93fac9c07ea8", "pghistory.0002_aggregateevent": "87d6dab2224912fe", "pghistory.0003_auto_20201023_1636": "e504b9fff19d5726", "pghistory.0004_auto_20220906_1625": "e56c9b8241ad6b33", "pghistory.0005_events_middlewareevents": "fbd7e3d4898c8d3e", "pghistory.0006_delete_aggregateevent": "071f1fdacb5d72fc", "pghistory.0007_auto_20250421_0444": "f949446b99175374", "pricing.0001_price_lists": "c51640bc3a79467a", "pricing.0002_guards": "0f4b2be3badf5b38", "pricing.0003_history": "0c3ae3a9401c4eb8", "search.0001_index": "60af63f8722dff16", "sessions.0001_initial": "2aa438e2393ee513", "shipping.0001_shipments": "5d67128ba5281e1b", "socialaccount.0001_initial": "3647538d149b8190", "socialaccount.0002_token_max_lengths": "1f6fc8859622f595", "socialaccount.0003_extra_data_default_dict": "e8b6fe9e20bed061", "socialaccount.0004_app_provider_id_settings": "82163ba3cc18a1ea", "socialaccount.0005_socialtoken_nullable_app": "f023fe1a501c3e63", "socialaccount.0006_alter_socialaccount_extra_data": "d1de2c79db317f6f", "sync.0001_connections": "023657eb4c670671", "web.0001_saved_views_and_comments": "eebaa0ca05e2853c", "web.0002_idempotent_calls": "e6c4262478f8d5d9", "web.0003_notices": "5c167ef1f8010486", "workqueue.0001_work_items": "89e4f2107bc7398d"}
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;


CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;


CREATE FUNCTION public.catalog_is_gtin(code text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$
    SELECT CASE
        WHEN code !~ '^[0-9]+$' OR length(code) NOT IN (8, 12, 13, 14) THEN false
        ELSE (3 * (
            substr(lpad(code, 14, '0'), 1, 1)::int + substr(lpad(code, 14, '0'), 3, 1)::int
            + substr(lpad(code, 14, '0'), 5, 1)::int + substr(lpad(code, 14, '0'), 7, 1)::int
            + substr(lpad(code, 14, '0'), 9, 1)::int + substr(lpad(code, 14, '0'), 11, 1)::int
            + substr(lpad(code, 14, '0'), 13, 1)::int
        )
            + substr(lpad(code, 14, '0'), 2, 1)::int + substr(lpad(code, 14, '0'), 4, 1)::int
            + substr(lpad(code, 14, '0'), 6, 1)::int + substr(lpad(code, 14, '0'), 8, 1)::int
            + substr(lpad(code, 14, '0'), 10, 1)::int + substr(lpad(code, 14, '0'), 12, 1)::int
            + substr(lpad(code, 14, '0'), 14, 1)::int
        ) % 10 = 0
    END
$_$;


CREATE FUNCTION public.payments_add(kind text, key text, money text, more_paid numeric, more_refunded numeric) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.payments_count() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.payments_prove() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.pgtrigger_adds_up_00910() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE off RECORD;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    SELECT coalesce(sum(net), 0) AS net, coalesce(sum(tax), 0) AS tax, coalesce(sum(gross), 0) AS gross
    INTO off FROM finance_invoiceline WHERE invoice_id = NEW.id;
    IF (off.net, off.tax, off.gross) IS DISTINCT FROM (NEW.net, NEW.tax, NEW.gross) THEN
        RAISE EXCEPTION 'invoice % does not equal its lines: % net, % tax, % gross', NEW.id, off.net, off.tax, off.gross
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_equals_lines';
    END IF;
    SELECT coalesce(sum(net), 0) AS net, coalesce(sum(tax), 0) AS tax, coalesce(sum(gross), 0) AS gross,
        coalesce(sum(tax_books), 0) AS tax_books
    INTO off FROM finance_invoicetax WHERE invoice_id = NEW.id;
    IF (off.net, off.tax, off.gross, off.tax_books) IS DISTINCT FROM (NEW.net, NEW.tax, NEW.gross, NEW.tax_books) THEN
        RAISE EXCEPTION 'invoice % does not equal its tax summary', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_equals_taxes';
    END IF;
    RETURN NULL;

                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_07858() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_0eb82() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_11416() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_123dc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_15b96() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_1765c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_17cfc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_1dc0c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_1f651() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_202f0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_228c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_22ca1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_2e720() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_2fb00() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_30009() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_3659b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_38f6e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_3a56a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_3ec26() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_4099e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_4532a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_4b336() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_4e929() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_4eef3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_4f815() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_4f877() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_5259c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_53691() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_5f3d2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_60c44() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_68031() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_6ed6c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_736cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_7a686() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_7c8fa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_7d2f3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_7ea5c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_8a7f4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_8ab57() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_8f5c0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_922d1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_a32c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_a931b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_ad130() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_affb7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_b2d8d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_b34fd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_c7908() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_cda92() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_d30f0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_e01e5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_eea38() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_f1a60() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_f9c3c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_fb210() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_fb4d7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_append_only_ff2a6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_balances_d1f9e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE off RECORD;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    SELECT count(*) AS lines, sum(debit) - sum(credit) AS difference
    INTO off FROM finance_entryline WHERE entry_id = NEW.id;
    IF off.lines < 2 OR off.difference <> 0 THEN
        RAISE EXCEPTION 'entry % does not balance: % lines, difference %', NEW.id, off.lines, off.difference
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balances';
    END IF;
    SELECT currency, sum(amount) AS difference INTO off FROM finance_entryline
    WHERE entry_id = NEW.id GROUP BY currency HAVING sum(amount) <> 0 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entry % does not balance: difference % %', NEW.id, off.difference, off.currency
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balances';
    END IF;
    RETURN NULL;

                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_017b2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fiscal_taxratehistory" ("country", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "tax_class_id", "valid_from", "valid_to") VALUES (OLD."country", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."rate", OLD."tax_class_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_0c008() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "documents_documenthistory" ("company_id", "created_at", "created_by_key", "created_by_kind", "id", "kind", "media_type", "owner_key", "owner_kind", "path", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (OLD."company_id", OLD."created_at", OLD."created_by_key", OLD."created_by_kind", OLD."id", OLD."kind", OLD."media_type", OLD."owner_key", OLD."owner_kind", OLD."path", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."sha256", OLD."size"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_0c9a5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pricing_pricehistory" ("amount", "company_id", "id", "min_quantity", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_list_id", "valid_from", "valid_to", "variant_id") VALUES (OLD."amount", OLD."company_id", OLD."id", OLD."min_quantity", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."price_list_id", OLD."valid_from", OLD."valid_to", OLD."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_12d6c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "finance_accounthistory" ("code", "company_id", "id", "kind", "name_en", "name_pl", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."company_id", OLD."id", OLD."kind", OLD."name_en", OLD."name_pl", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_12ebb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carriers_labelhistory" ("account_id", "asked_at", "attempt", "bought_at", "company_id", "cost", "currency", "id", "owner_key", "owner_kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "remote_id", "status", "tracking", "tracking_number", "tracking_url") VALUES (OLD."account_id", OLD."asked_at", OLD."attempt", OLD."bought_at", OLD."company_id", OLD."cost", OLD."currency", OLD."id", OLD."owner_key", OLD."owner_kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."reason", OLD."remote_id", OLD."status", OLD."tracking", OLD."tracking_number", OLD."tracking_url"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_18640() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pricing_pricelisthistory" ("code", "company_id", "currency", "id", "includes_tax", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to") VALUES (OLD."code", OLD."company_id", OLD."currency", OLD."id", OLD."includes_tax", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."valid_from", OLD."valid_to"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_18c5d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_apikeyhistory" ("branch_id", "company_id", "created_at", "created_by_id", "expires_at", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "reads", "revoked_at", "scopes") VALUES (OLD."branch_id", OLD."company_id", OLD."created_at", OLD."created_by_id", OLD."expires_at", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."prefix", OLD."reads", OLD."revoked_at", OLD."scopes"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_19a8f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_membershiphistory" ("branch_id", "company_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (OLD."branch_id", OLD."company_id", OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."role", OLD."user_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_19f14() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_userhistory" ("created_at", "id", "is_active", "is_staff", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "runs_installation", "theme", "time_zone") VALUES (OLD."created_at", OLD."id", OLD."is_active", OLD."is_staff", OLD."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."runs_installation", OLD."theme", OLD."time_zone"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_21256() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "crm_customerhistory" ("canonical_id", "company_id", "created_at", "id", "kind", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (OLD."canonical_id", OLD."company_id", OLD."created_at", OLD."id", OLD."kind", OLD."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_24e5a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_departmenthistory" ("code", "company_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."company_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_2a497() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_companyhistory" ("city", "country", "created_at", "currency", "id", "language", "legal_name", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "street", "tax_id", "time_zone", "valuation", "vat_registered") VALUES (OLD."city", OLD."country", OLD."created_at", OLD."currency", OLD."id", OLD."language", OLD."legal_name", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."postal_code", OLD."street", OLD."tax_id", OLD."time_zone", OLD."valuation", OLD."vat_registered"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_304d5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fiscal_numberserieshistory" ("code", "company_id", "id", "kind", "pattern", "period", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at") VALUES (OLD."code", OLD."company_id", OLD."id", OLD."kind", OLD."pattern", OLD."period", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."retired_at"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_364ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_locationhistory" ("active", "branch_id", "code", "company_id", "id", "kind", "lineage", "name", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pickable", "sequence") VALUES (OLD."active", OLD."branch_id", OLD."code", OLD."company_id", OLD."id", OLD."kind", OLD."lineage", OLD."name", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."pickable", OLD."sequence"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_5cc13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_barcodehistory" ("code", "company_id", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "variant_id") SELECT old_values."code", old_values."company_id", old_values."id", old_values."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', old_values."id", old_values."variant_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_5d629() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_countlinehistory" ("count_id", "counted", "entered_at", "expected", "id", "location_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "variant_id") VALUES (OLD."count_id", OLD."counted", OLD."entered_at", OLD."expected", OLD."id", OLD."location_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_6039e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_varianthistory" ("active", "company_id", "height_mm", "id", "is_kit", "length_mm", "option1", "option2", "option3", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "sku", "weight_g", "width_mm") SELECT old_values."active", old_values."company_id", old_values."height_mm", old_values."id", old_values."is_kit", old_values."length_mm", old_values."option1", old_values."option2", old_values."option3", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', old_values."id", old_values."product_id", old_values."sku", old_values."weight_g", old_values."width_mm" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_709b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderhistory" ("branch_id", "buyer_currency", "buyer_total", "cancel_reason", "cancelled_at", "company_id", "completed_at", "created_at", "currency", "customer_id", "delivery_method", "discount_total", "duty_total", "fee_total", "holds", "id", "identity_difference", "language", "lines_total", "locations", "number", "parcels_arrived", "parcels_sent", "payment_status", "payment_terms", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "prices_include_tax", "ready_at", "rounding_total", "sales_channel_id", "shipping_total", "short", "source", "source_digest", "source_number", "source_ref", "source_updated_at", "status", "tax_total", "tip_total", "total") VALUES (OLD."branch_id", OLD."buyer_currency", OLD."buyer_total", OLD."cancel_reason", OLD."cancelled_at", OLD."company_id", OLD."completed_at", OLD."created_at", OLD."currency", OLD."customer_id", OLD."delivery_method", OLD."discount_total", OLD."duty_total", OLD."fee_total", OLD."holds", OLD."id", OLD."identity_difference", OLD."language", OLD."lines_total", OLD."locations", OLD."number", OLD."parcels_arrived", OLD."parcels_sent", OLD."payment_status", OLD."payment_terms", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."placed_at", OLD."prices_include_tax", OLD."ready_at", OLD."rounding_total", OLD."sales_channel_id", OLD."shipping_total", OLD."short", OLD."source", OLD."source_digest", OLD."source_number", OLD."source_ref", OLD."source_updated_at", OLD."status", OLD."tax_total", OLD."tip_total", OLD."total"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_7766c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_producttexthistory" ("description", "id", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "title") SELECT old_values."description", old_values."id", old_values."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', old_values."id", old_values."product_id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_794c1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_goodsinhistory" ("company_id", "delivery_note", "id", "key", "location_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at") VALUES (OLD."company_id", OLD."delivery_note", OLD."id", OLD."key", OLD."location_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."received_at"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_799da() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "crm_customeridentityhistory" ("company_id", "customer_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (OLD."company_id", OLD."customer_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."source"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_863a5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "crm_customeremailhistory" ("company_id", "customer_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relay", "verified") VALUES (OLD."company_id", OLD."customer_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."relay", OLD."verified"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_90d62() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "catalog_picturehistory" ("document_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "product_id", "thumbnail_id", "variant_id") VALUES (OLD."document_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."position", OLD."product_id", OLD."thumbnail_id", OLD."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_94d17() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_branchhistory" ("code", "company_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."company_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_99046() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_tenderrefundhistory" ("amount", "at", "company_id", "currency", "id", "owner_key", "owner_kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remote_id", "source", "state", "tender_id") VALUES (OLD."amount", OLD."at", OLD."company_id", OLD."currency", OLD."id", OLD."owner_key", OLD."owner_kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."remote_id", OLD."source", OLD."state", OLD."tender_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_99968() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fiscal_taxclasshistory" ("code", "id", "name_en", "name_pl", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."id", OLD."name_en", OLD."name_pl", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_99bc5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carriers_carrieraccounthistory" ("active", "carrier", "company_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "seal", "settings") VALUES (OLD."active", OLD."carrier", OLD."company_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."problem", OLD."seal", OLD."settings"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_9cf38() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_tenderhistory" ("amount", "at", "company_id", "currency", "gateway", "id", "method", "owner_key", "owner_kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remote_id", "source", "state") VALUES (OLD."amount", OLD."at", OLD."company_id", OLD."currency", OLD."gateway", OLD."id", OLD."method", OLD."owner_key", OLD."owner_kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."remote_id", OLD."source", OLD."state"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_9f153() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "sync_channelaccounthistory" ("channel", "company_id", "connected_at", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sales_channel_id", "seal", "settings", "status") VALUES (OLD."channel", OLD."company_id", OLD."connected_at", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."sales_channel_id", OLD."seal", OLD."settings", OLD."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_a1d67() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_shippingrulehistory" ("automatic", "box_height_mm", "box_length_mm", "box_weight_g", "box_width_mm", "company_id", "email", "id", "location_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (OLD."automatic", OLD."box_height_mm", OLD."box_length_mm", OLD."box_weight_g", OLD."box_width_mm", OLD."company_id", OLD."email", OLD."id", OLD."location_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."phone"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_a6864() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_shipmenthistory" ("automatic", "company_id", "delivered_at", "dispatched_at", "id", "location_id", "method_id", "number", "order_id", "packed_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "status", "weight_g") VALUES (OLD."automatic", OLD."company_id", OLD."delivered_at", OLD."dispatched_at", OLD."id", OLD."location_id", OLD."method_id", OLD."number", OLD."order_id", OLD."packed_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."planned_at", OLD."status", OLD."weight_g"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_a763a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_producthistory" ("brand", "code", "company_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tax_class_id", "unit_id", "updated_at") SELECT old_values."brand", old_values."code", old_values."company_id", old_values."created_at", old_values."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', old_values."id", old_values."status", old_values."tax_class_id", old_values."unit_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_b0898() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "finance_accountmappinghistory" ("account_id", "company_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (OLD."account_id", OLD."company_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."role"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_c29a5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mail_mailtemplatehistory" ("body", "changed_at", "code", "company_id", "id", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject") VALUES (OLD."body", OLD."changed_at", OLD."code", OLD."company_id", OLD."id", OLD."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."subject"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_ca12c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_transferlinehistory" ("id", "lost", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "received", "transfer_id", "variant_id") VALUES (OLD."id", OLD."lost", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."quantity", OLD."received", OLD."transfer_id", OLD."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_cb99c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "catalog_kitcomponenthistory" ("company_id", "component_id", "id", "kit_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity") VALUES (OLD."company_id", OLD."component_id", OLD."id", OLD."kit_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."quantity"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_cd94f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "catalog_productoptionhistory" ("id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "product_id") VALUES (OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."position", OLD."product_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_d1c6b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_transferhistory" ("company_id", "created_at", "destination_id", "dispatched_at", "expected_on", "id", "key", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipts", "received_at", "source_id", "status") VALUES (OLD."company_id", OLD."created_at", OLD."destination_id", OLD."dispatched_at", OLD."expected_on", OLD."id", OLD."key", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."receipts", OLD."received_at", OLD."source_id", OLD."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_dfb51() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderlinehistory" ("cancelled", "discount", "gift_card", "id", "invoiced", "order_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "picked", "position", "quantity", "refunded", "requires_shipping", "reserved", "returned", "shipped", "sku", "source_line_ref", "tax", "tax_rate", "title", "to_cancel", "total", "unit_price", "variant_id") VALUES (OLD."cancelled", OLD."discount", OLD."gift_card", OLD."id", OLD."invoiced", OLD."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."picked", OLD."position", OLD."quantity", OLD."refunded", OLD."requires_shipping", OLD."reserved", OLD."returned", OLD."shipped", OLD."sku", OLD."source_line_ref", OLD."tax", OLD."tax_rate", OLD."title", OLD."to_cancel", OLD."total", OLD."unit_price", OLD."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_e7a99() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_stockcounthistory" ("closed_at", "company_id", "id", "location_id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (OLD."closed_at", OLD."company_id", OLD."id", OLD."location_id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_f0741() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_saleschannelhistory" ("code", "company_id", "id", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."company_id", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_f38f0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carriers_deliverymethodhistory" ("account_id", "active", "cash_on_delivery", "channel_titles", "code", "company_id", "currency", "id", "is_default", "kind", "name_en", "name_pl", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "service") VALUES (OLD."account_id", OLD."active", OLD."cash_on_delivery", OLD."channel_titles", OLD."code", OLD."company_id", OLD."currency", OLD."id", OLD."is_default", OLD."kind", OLD."name_en", OLD."name_pl", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."price", OLD."service"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_delete_delete_f8e07() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "sync_accountlocationhistory" ("account_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remote_id", "warehouse_id") VALUES (OLD."account_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."remote_id", OLD."warehouse_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_fixed_382f5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF OLD.erased_on IS NULL AND NEW.erased_on >= OLD.keep_until AND current_date >= OLD.keep_until
        AND (NEW.id, NEW.invoice_id, NEW.keep_until) = (OLD.id, OLD.invoice_id, OLD.keep_until)
        AND concat(NEW.name, NEW.firm, NEW.tax_id, NEW.street, NEW.city, NEW.postcode, NEW.email) = '' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the buyer of an invoice is fixed until %, and then can only be blanked', OLD.keep_until
        USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_buyer_fixed';

                END;
            $$;


CREATE FUNCTION public.pgtrigger_fixed_at_creation_287b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_077c1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "catalog_picturehistory" ("document_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "product_id", "thumbnail_id", "variant_id") VALUES (NEW."document_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."position", NEW."product_id", NEW."thumbnail_id", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_09080() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_transferlinehistory" ("id", "lost", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "received", "transfer_id", "variant_id") VALUES (NEW."id", NEW."lost", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."quantity", NEW."received", NEW."transfer_id", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_09f40() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_producttexthistory" ("description", "id", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "title") SELECT new_values."description", new_values."id", new_values."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', new_values."id", new_values."product_id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_0b296() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_saleschannelhistory" ("code", "company_id", "id", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_12aba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pricing_pricehistory" ("amount", "company_id", "id", "min_quantity", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_list_id", "valid_from", "valid_to", "variant_id") VALUES (NEW."amount", NEW."company_id", NEW."id", NEW."min_quantity", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."price_list_id", NEW."valid_from", NEW."valid_to", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_1ed31() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_apikeyhistory" ("branch_id", "company_id", "created_at", "created_by_id", "expires_at", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "reads", "revoked_at", "scopes") VALUES (NEW."branch_id", NEW."company_id", NEW."created_at", NEW."created_by_id", NEW."expires_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."prefix", NEW."reads", NEW."revoked_at", NEW."scopes"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_23ee0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fiscal_numberserieshistory" ("code", "company_id", "id", "kind", "pattern", "period", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."kind", NEW."pattern", NEW."period", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."retired_at"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_26ad2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fiscal_taxclasshistory" ("code", "id", "name_en", "name_pl", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."id", NEW."name_en", NEW."name_pl", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_2bd9a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_departmenthistory" ("code", "company_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_2d294() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_tenderrefundhistory" ("amount", "at", "company_id", "currency", "id", "owner_key", "owner_kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remote_id", "source", "state", "tender_id") VALUES (NEW."amount", NEW."at", NEW."company_id", NEW."currency", NEW."id", NEW."owner_key", NEW."owner_kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."remote_id", NEW."source", NEW."state", NEW."tender_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_308be() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_transferhistory" ("company_id", "created_at", "destination_id", "dispatched_at", "expected_on", "id", "key", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipts", "received_at", "source_id", "status") VALUES (NEW."company_id", NEW."created_at", NEW."destination_id", NEW."dispatched_at", NEW."expected_on", NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."receipts", NEW."received_at", NEW."source_id", NEW."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_353b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderlinehistory" ("cancelled", "discount", "gift_card", "id", "invoiced", "order_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "picked", "position", "quantity", "refunded", "requires_shipping", "reserved", "returned", "shipped", "sku", "source_line_ref", "tax", "tax_rate", "title", "to_cancel", "total", "unit_price", "variant_id") VALUES (NEW."cancelled", NEW."discount", NEW."gift_card", NEW."id", NEW."invoiced", NEW."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."picked", NEW."position", NEW."quantity", NEW."refunded", NEW."requires_shipping", NEW."reserved", NEW."returned", NEW."shipped", NEW."sku", NEW."source_line_ref", NEW."tax", NEW."tax_rate", NEW."title", NEW."to_cancel", NEW."total", NEW."unit_price", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_3867c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_userhistory" ("created_at", "id", "is_active", "is_staff", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "runs_installation", "theme", "time_zone") VALUES (NEW."created_at", NEW."id", NEW."is_active", NEW."is_staff", NEW."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."runs_installation", NEW."theme", NEW."time_zone"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_3cd13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "catalog_kitcomponenthistory" ("company_id", "component_id", "id", "kit_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity") VALUES (NEW."company_id", NEW."component_id", NEW."id", NEW."kit_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."quantity"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_48724() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_barcodehistory" ("code", "company_id", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "variant_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', new_values."id", new_values."variant_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_4d4e0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_tenderhistory" ("amount", "at", "company_id", "currency", "gateway", "id", "method", "owner_key", "owner_kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remote_id", "source", "state") VALUES (NEW."amount", NEW."at", NEW."company_id", NEW."currency", NEW."gateway", NEW."id", NEW."method", NEW."owner_key", NEW."owner_kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."remote_id", NEW."source", NEW."state"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_4ec36() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "sync_accountlocationhistory" ("account_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remote_id", "warehouse_id") VALUES (NEW."account_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."remote_id", NEW."warehouse_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_518a8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "crm_customeridentityhistory" ("company_id", "customer_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."company_id", NEW."customer_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."source"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_5c1a9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "catalog_productoptionhistory" ("id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "product_id") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."position", NEW."product_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_62ab4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_stockcounthistory" ("closed_at", "company_id", "id", "location_id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (NEW."closed_at", NEW."company_id", NEW."id", NEW."location_id", NEW."opened_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_6bdef() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carriers_carrieraccounthistory" ("active", "carrier", "company_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "seal", "settings") VALUES (NEW."active", NEW."carrier", NEW."company_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."problem", NEW."seal", NEW."settings"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_6dda5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "finance_accountmappinghistory" ("account_id", "company_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."account_id", NEW."company_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."role"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_7662e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "sync_channelaccounthistory" ("channel", "company_id", "connected_at", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sales_channel_id", "seal", "settings", "status") VALUES (NEW."channel", NEW."company_id", NEW."connected_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."sales_channel_id", NEW."seal", NEW."settings", NEW."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_78351() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_locationhistory" ("active", "branch_id", "code", "company_id", "id", "kind", "lineage", "name", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pickable", "sequence") VALUES (NEW."active", NEW."branch_id", NEW."code", NEW."company_id", NEW."id", NEW."kind", NEW."lineage", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."pickable", NEW."sequence"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_878e8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_goodsinhistory" ("company_id", "delivery_note", "id", "key", "location_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at") VALUES (NEW."company_id", NEW."delivery_note", NEW."id", NEW."key", NEW."location_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."received_at"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_a6d7d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_companyhistory" ("city", "country", "created_at", "currency", "id", "language", "legal_name", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "street", "tax_id", "time_zone", "valuation", "vat_registered") VALUES (NEW."city", NEW."country", NEW."created_at", NEW."currency", NEW."id", NEW."language", NEW."legal_name", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."postal_code", NEW."street", NEW."tax_id", NEW."time_zone", NEW."valuation", NEW."vat_registered"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_abb2d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_branchhistory" ("code", "company_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_ae3fa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_producthistory" ("brand", "code", "company_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tax_class_id", "unit_id", "updated_at") SELECT new_values."brand", new_values."code", new_values."company_id", new_values."created_at", new_values."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', new_values."id", new_values."status", new_values."tax_class_id", new_values."unit_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_b0f63() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "crm_customeremailhistory" ("company_id", "customer_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relay", "verified") VALUES (NEW."company_id", NEW."customer_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."relay", NEW."verified"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_be524() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "documents_documenthistory" ("company_id", "created_at", "created_by_key", "created_by_kind", "id", "kind", "media_type", "owner_key", "owner_kind", "path", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."company_id", NEW."created_at", NEW."created_by_key", NEW."created_by_kind", NEW."id", NEW."kind", NEW."media_type", NEW."owner_key", NEW."owner_kind", NEW."path", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_c4346() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_shippingrulehistory" ("automatic", "box_height_mm", "box_length_mm", "box_weight_g", "box_width_mm", "company_id", "email", "id", "location_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."automatic", NEW."box_height_mm", NEW."box_length_mm", NEW."box_weight_g", NEW."box_width_mm", NEW."company_id", NEW."email", NEW."id", NEW."location_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."phone"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_ccbb3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carriers_labelhistory" ("account_id", "asked_at", "attempt", "bought_at", "company_id", "cost", "currency", "id", "owner_key", "owner_kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "remote_id", "status", "tracking", "tracking_number", "tracking_url") VALUES (NEW."account_id", NEW."asked_at", NEW."attempt", NEW."bought_at", NEW."company_id", NEW."cost", NEW."currency", NEW."id", NEW."owner_key", NEW."owner_kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."reason", NEW."remote_id", NEW."status", NEW."tracking", NEW."tracking_number", NEW."tracking_url"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_d476e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_varianthistory" ("active", "company_id", "height_mm", "id", "is_kit", "length_mm", "option1", "option2", "option3", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "sku", "weight_g", "width_mm") SELECT new_values."active", new_values."company_id", new_values."height_mm", new_values."id", new_values."is_kit", new_values."length_mm", new_values."option1", new_values."option2", new_values."option3", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', new_values."id", new_values."product_id", new_values."sku", new_values."weight_g", new_values."width_mm" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_d5093() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pricing_pricelisthistory" ("code", "company_id", "currency", "id", "includes_tax", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to") VALUES (NEW."code", NEW."company_id", NEW."currency", NEW."id", NEW."includes_tax", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_d65bf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_countlinehistory" ("count_id", "counted", "entered_at", "expected", "id", "location_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "variant_id") VALUES (NEW."count_id", NEW."counted", NEW."entered_at", NEW."expected", NEW."id", NEW."location_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_d865a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fiscal_taxratehistory" ("country", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "tax_class_id", "valid_from", "valid_to") VALUES (NEW."country", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."rate", NEW."tax_class_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_d8957() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_shipmenthistory" ("automatic", "company_id", "delivered_at", "dispatched_at", "id", "location_id", "method_id", "number", "order_id", "packed_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "status", "weight_g") VALUES (NEW."automatic", NEW."company_id", NEW."delivered_at", NEW."dispatched_at", NEW."id", NEW."location_id", NEW."method_id", NEW."number", NEW."order_id", NEW."packed_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."planned_at", NEW."status", NEW."weight_g"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_d8d27() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "crm_customerhistory" ("canonical_id", "company_id", "created_at", "id", "kind", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (NEW."canonical_id", NEW."company_id", NEW."created_at", NEW."id", NEW."kind", NEW."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_da6e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mail_mailtemplatehistory" ("body", "changed_at", "code", "company_id", "id", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject") VALUES (NEW."body", NEW."changed_at", NEW."code", NEW."company_id", NEW."id", NEW."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."subject"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_eb763() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderhistory" ("branch_id", "buyer_currency", "buyer_total", "cancel_reason", "cancelled_at", "company_id", "completed_at", "created_at", "currency", "customer_id", "delivery_method", "discount_total", "duty_total", "fee_total", "holds", "id", "identity_difference", "language", "lines_total", "locations", "number", "parcels_arrived", "parcels_sent", "payment_status", "payment_terms", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "prices_include_tax", "ready_at", "rounding_total", "sales_channel_id", "shipping_total", "short", "source", "source_digest", "source_number", "source_ref", "source_updated_at", "status", "tax_total", "tip_total", "total") VALUES (NEW."branch_id", NEW."buyer_currency", NEW."buyer_total", NEW."cancel_reason", NEW."cancelled_at", NEW."company_id", NEW."completed_at", NEW."created_at", NEW."currency", NEW."customer_id", NEW."delivery_method", NEW."discount_total", NEW."duty_total", NEW."fee_total", NEW."holds", NEW."id", NEW."identity_difference", NEW."language", NEW."lines_total", NEW."locations", NEW."number", NEW."parcels_arrived", NEW."parcels_sent", NEW."payment_status", NEW."payment_terms", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."placed_at", NEW."prices_include_tax", NEW."ready_at", NEW."rounding_total", NEW."sales_channel_id", NEW."shipping_total", NEW."short", NEW."source", NEW."source_digest", NEW."source_number", NEW."source_ref", NEW."source_updated_at", NEW."status", NEW."tax_total", NEW."tip_total", NEW."total"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_f26c4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "finance_accounthistory" ("code", "company_id", "id", "kind", "name_en", "name_pl", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."kind", NEW."name_en", NEW."name_pl", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_f2c29() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carriers_deliverymethodhistory" ("account_id", "active", "cash_on_delivery", "channel_titles", "code", "company_id", "currency", "id", "is_default", "kind", "name_en", "name_pl", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "service") VALUES (NEW."account_id", NEW."active", NEW."cash_on_delivery", NEW."channel_titles", NEW."code", NEW."company_id", NEW."currency", NEW."id", NEW."is_default", NEW."kind", NEW."name_en", NEW."name_pl", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."price", NEW."service"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_insert_insert_fc05a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_membershiphistory" ("branch_id", "company_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."branch_id", NEW."company_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_keep_an_owner_4fa66() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE owned bigint;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
FOR owned IN
    SELECT company_id FROM accounts_membership WHERE user_id = NEW.id AND role = 'owner' ORDER BY company_id
LOOP
    PERFORM 1 FROM organisation_company WHERE id = owned FOR NO KEY UPDATE;
    
IF NOT EXISTS (
    SELECT 1 FROM accounts_membership m JOIN accounts_user u ON u.id = m.user_id
    WHERE m.company_id = owned AND m.role = 'owner' AND u.is_active
) THEN
    RAISE EXCEPTION 'company % would be left without an owner', owned
        USING ERRCODE = 'check_violation', CONSTRAINT = 'company_keeps_an_owner';
END IF;

END LOOP;
RETURN NULL;

                END;
            $$;


CREATE FUNCTION public.pgtrigger_keep_an_owner_79ac0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    PERFORM 1 FROM organisation_company WHERE id = OLD.company_id FOR NO KEY UPDATE;
IF NOT EXISTS (
    SELECT 1 FROM accounts_membership m JOIN accounts_user u ON u.id = m.user_id
    WHERE m.company_id = OLD.company_id AND m.role = 'owner' AND u.is_active
) THEN
    RAISE EXCEPTION 'company % would be left without an owner', OLD.company_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'company_keeps_an_owner';
END IF;
RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_kept_57d09() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_lineage_3abc8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE above inventory_location;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    NEW.lineage := ARRAY[NEW.id];
                    IF NEW.parent_id IS NOT NULL THEN
                        SELECT * INTO above FROM inventory_location WHERE id = NEW.parent_id;
                        IF above.company_id IS DISTINCT FROM NEW.company_id
                            OR above.branch_id IS DISTINCT FROM NEW.branch_id
                            OR above.kind NOT IN ('warehouse', 'zone')
                            OR (NEW.kind = 'zone' AND above.kind <> 'warehouse')
                        THEN
                            RAISE EXCEPTION 'a place lies in a warehouse or zone of its own branch'
                                USING ERRCODE = 'check_violation', CONSTRAINT = 'location_fits_parent';
                        END IF;
                        NEW.lineage := above.lineage || NEW.id;
                    END IF;
                    RETURN NEW;
                
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_15b9d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_16066() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_16d4e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_1778f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_1938b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_193f6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_1b94f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_1db51() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_1e146() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_1e214() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_1e849() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_3057e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_31f1a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_32146() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_34ac4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_3ded1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_44d40() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_49e5c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_4b45c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_549a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_5949e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_59ee4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_5a9b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_5fc16() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_6138b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_6927c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_6d60e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_6ed95() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_78bc5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_7caa4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_7da77() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_7df62() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_83906() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_852cc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_85967() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_8713e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_87b05() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_8e008() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_93068() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_9bc06() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_a1849() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_a9314() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_b43e6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_b5671() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_c1a7d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_c9ff8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_caad9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_cece7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_d0765() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_df514() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_e2997() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_e5360() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_ef975() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_f4638() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_f60c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_fed12() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_no_truncate_ff08f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot truncate table %', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_owner_is_settled_292d8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    PERFORM 1 FROM accounts_user WHERE id = NEW.user_id FOR SHARE; RETURN NEW;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_past_is_fixed_f7828() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF TG_OP = 'DELETE' THEN
                        IF OLD.valid_from < current_date THEN
                            RAISE EXCEPTION 'a tax rate that has begun stays'
                                USING ERRCODE = 'check_violation', CONSTRAINT = 'tax_rate_past_is_fixed';
                        END IF;
                        RETURN OLD;
                    END IF;
                    IF (OLD.country, OLD.tax_class_id, OLD.rate, OLD.valid_from)
                        IS DISTINCT FROM (NEW.country, NEW.tax_class_id, NEW.rate, NEW.valid_from)
                        OR OLD.valid_to < current_date - 2 OR NEW.valid_to < current_date - 2
                    THEN
                        RAISE EXCEPTION 'a tax rate of days that have passed stays as it was'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'tax_rate_past_is_fixed';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;


CREATE FUNCTION public.pgtrigger_place_is_fixed_3adb9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_stamp_transaction_3dcb5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    NEW.xid = pg_current_xact_id()::text::bigint; RETURN NEW;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_stamp_transaction_45293() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    NEW.xid = pg_current_xact_id()::text::bigint; RETURN NEW;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_0393b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_transferlinehistory" ("id", "lost", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "received", "transfer_id", "variant_id") VALUES (NEW."id", NEW."lost", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."quantity", NEW."received", NEW."transfer_id", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_04305() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fiscal_taxclasshistory" ("code", "id", "name_en", "name_pl", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."id", NEW."name_en", NEW."name_pl", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_0e890() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_userhistory" ("created_at", "id", "is_active", "is_staff", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "runs_installation", "theme", "time_zone") VALUES (NEW."created_at", NEW."id", NEW."is_active", NEW."is_staff", NEW."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."runs_installation", NEW."theme", NEW."time_zone"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_12923() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "sync_channelaccounthistory" ("channel", "company_id", "connected_at", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sales_channel_id", "seal", "settings", "status") VALUES (NEW."channel", NEW."company_id", NEW."connected_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."sales_channel_id", NEW."seal", NEW."settings", NEW."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_1464a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_tenderhistory" ("amount", "at", "company_id", "currency", "gateway", "id", "method", "owner_key", "owner_kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remote_id", "source", "state") VALUES (NEW."amount", NEW."at", NEW."company_id", NEW."currency", NEW."gateway", NEW."id", NEW."method", NEW."owner_key", NEW."owner_kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."remote_id", NEW."source", NEW."state"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_1c34c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_apikeyhistory" ("branch_id", "company_id", "created_at", "created_by_id", "expires_at", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "reads", "revoked_at", "scopes") VALUES (NEW."branch_id", NEW."company_id", NEW."created_at", NEW."created_by_id", NEW."expires_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."prefix", NEW."reads", NEW."revoked_at", NEW."scopes"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_20ab5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_membershiphistory" ("branch_id", "company_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."branch_id", NEW."company_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_25c89() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "crm_customeremailhistory" ("company_id", "customer_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relay", "verified") VALUES (NEW."company_id", NEW."customer_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."relay", NEW."verified"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_2c843() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "crm_customerhistory" ("canonical_id", "company_id", "created_at", "id", "kind", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (NEW."canonical_id", NEW."company_id", NEW."created_at", NEW."id", NEW."kind", NEW."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_33415() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_locationhistory" ("active", "branch_id", "code", "company_id", "id", "kind", "lineage", "name", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pickable", "sequence") VALUES (NEW."active", NEW."branch_id", NEW."code", NEW."company_id", NEW."id", NEW."kind", NEW."lineage", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."pickable", NEW."sequence"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_36125() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_shippingrulehistory" ("automatic", "box_height_mm", "box_length_mm", "box_weight_g", "box_width_mm", "company_id", "email", "id", "location_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."automatic", NEW."box_height_mm", NEW."box_length_mm", NEW."box_weight_g", NEW."box_width_mm", NEW."company_id", NEW."email", NEW."id", NEW."location_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."phone"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_384b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "shipping_shipmenthistory" ("automatic", "company_id", "delivered_at", "dispatched_at", "id", "location_id", "method_id", "number", "order_id", "packed_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "status", "weight_g") VALUES (NEW."automatic", NEW."company_id", NEW."delivered_at", NEW."dispatched_at", NEW."id", NEW."location_id", NEW."method_id", NEW."number", NEW."order_id", NEW."packed_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."planned_at", NEW."status", NEW."weight_g"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_3bee8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "finance_accounthistory" ("code", "company_id", "id", "kind", "name_en", "name_pl", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."kind", NEW."name_en", NEW."name_pl", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_3c9b7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_countlinehistory" ("count_id", "counted", "entered_at", "expected", "id", "location_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "variant_id") VALUES (NEW."count_id", NEW."counted", NEW."entered_at", NEW."expected", NEW."id", NEW."location_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_40f40() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "finance_accountmappinghistory" ("account_id", "company_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."account_id", NEW."company_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."role"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_57e0d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fiscal_numberserieshistory" ("code", "company_id", "id", "kind", "pattern", "period", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."kind", NEW."pattern", NEW."period", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."retired_at"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_580c5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_producthistory" ("brand", "code", "company_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tax_class_id", "unit_id", "updated_at") SELECT new_values."brand", new_values."code", new_values."company_id", new_values."created_at", new_values."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', new_values."id", new_values."status", new_values."tax_class_id", new_values."unit_id", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_615d7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_stockcounthistory" ("closed_at", "company_id", "id", "location_id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (NEW."closed_at", NEW."company_id", NEW."id", NEW."location_id", NEW."opened_at", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_683b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carriers_carrieraccounthistory" ("active", "carrier", "company_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "seal", "settings") VALUES (NEW."active", NEW."carrier", NEW."company_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."problem", NEW."seal", NEW."settings"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_6b08c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "fiscal_taxratehistory" ("country", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "tax_class_id", "valid_from", "valid_to") VALUES (NEW."country", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."rate", NEW."tax_class_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_6d494() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pricing_pricelisthistory" ("code", "company_id", "currency", "id", "includes_tax", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to") VALUES (NEW."code", NEW."company_id", NEW."currency", NEW."id", NEW."includes_tax", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_6f000() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_saleschannelhistory" ("code", "company_id", "id", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_711b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_goodsinhistory" ("company_id", "delivery_note", "id", "key", "location_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at") VALUES (NEW."company_id", NEW."delivery_note", NEW."id", NEW."key", NEW."location_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."received_at"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_83181() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "payments_tenderrefundhistory" ("amount", "at", "company_id", "currency", "id", "owner_key", "owner_kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remote_id", "source", "state", "tender_id") VALUES (NEW."amount", NEW."at", NEW."company_id", NEW."currency", NEW."id", NEW."owner_key", NEW."owner_kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."remote_id", NEW."source", NEW."state", NEW."tender_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_858c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_producttexthistory" ("description", "id", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "title") SELECT new_values."description", new_values."id", new_values."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', new_values."id", new_values."product_id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_8e199() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_barcodehistory" ("code", "company_id", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "variant_id") SELECT new_values."code", new_values."company_id", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', new_values."id", new_values."variant_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_96e62() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_departmenthistory" ("code", "company_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_9f5ea() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "sync_accountlocationhistory" ("account_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remote_id", "warehouse_id") VALUES (NEW."account_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."remote_id", NEW."warehouse_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_a028e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mail_mailtemplatehistory" ("body", "changed_at", "code", "company_id", "id", "language", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject") VALUES (NEW."body", NEW."changed_at", NEW."code", NEW."company_id", NEW."id", NEW."language", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."subject"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_a3ed6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "documents_documenthistory" ("company_id", "created_at", "created_by_key", "created_by_kind", "id", "kind", "media_type", "owner_key", "owner_kind", "path", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size") VALUES (NEW."company_id", NEW."created_at", NEW."created_by_key", NEW."created_by_kind", NEW."id", NEW."kind", NEW."media_type", NEW."owner_key", NEW."owner_kind", NEW."path", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."sha256", NEW."size"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_aecdf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "catalog_productoptionhistory" ("id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "product_id") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."position", NEW."product_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_b6781() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "catalog_kitcomponenthistory" ("company_id", "component_id", "id", "kit_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity") VALUES (NEW."company_id", NEW."component_id", NEW."id", NEW."kit_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."quantity"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_be6d9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "inventory_transferhistory" ("company_id", "created_at", "destination_id", "dispatched_at", "expected_on", "id", "key", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipts", "received_at", "source_id", "status") VALUES (NEW."company_id", NEW."created_at", NEW."destination_id", NEW."dispatched_at", NEW."expected_on", NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."receipts", NEW."received_at", NEW."source_id", NEW."status"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_c2188() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carriers_deliverymethodhistory" ("account_id", "active", "cash_on_delivery", "channel_titles", "code", "company_id", "currency", "id", "is_default", "kind", "name_en", "name_pl", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "service") VALUES (NEW."account_id", NEW."active", NEW."cash_on_delivery", NEW."channel_titles", NEW."code", NEW."company_id", NEW."currency", NEW."id", NEW."is_default", NEW."kind", NEW."name_en", NEW."name_pl", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."price", NEW."service"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_c5d0c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pricing_pricehistory" ("amount", "company_id", "id", "min_quantity", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_list_id", "valid_from", "valid_to", "variant_id") VALUES (NEW."amount", NEW."company_id", NEW."id", NEW."min_quantity", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."price_list_id", NEW."valid_from", NEW."valid_to", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_ccd3a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carriers_labelhistory" ("account_id", "asked_at", "attempt", "bought_at", "company_id", "cost", "currency", "id", "owner_key", "owner_kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "remote_id", "status", "tracking", "tracking_number", "tracking_url") VALUES (NEW."account_id", NEW."asked_at", NEW."attempt", NEW."bought_at", NEW."company_id", NEW."cost", NEW."currency", NEW."id", NEW."owner_key", NEW."owner_kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."reason", NEW."remote_id", NEW."status", NEW."tracking", NEW."tracking_number", NEW."tracking_url"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_cf6e8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "crm_customeridentityhistory" ("company_id", "customer_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."company_id", NEW."customer_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."source"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_d4b84() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderhistory" ("branch_id", "buyer_currency", "buyer_total", "cancel_reason", "cancelled_at", "company_id", "completed_at", "created_at", "currency", "customer_id", "delivery_method", "discount_total", "duty_total", "fee_total", "holds", "id", "identity_difference", "language", "lines_total", "locations", "number", "parcels_arrived", "parcels_sent", "payment_status", "payment_terms", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "prices_include_tax", "ready_at", "rounding_total", "sales_channel_id", "shipping_total", "short", "source", "source_digest", "source_number", "source_ref", "source_updated_at", "status", "tax_total", "tip_total", "total") VALUES (NEW."branch_id", NEW."buyer_currency", NEW."buyer_total", NEW."cancel_reason", NEW."cancelled_at", NEW."company_id", NEW."completed_at", NEW."created_at", NEW."currency", NEW."customer_id", NEW."delivery_method", NEW."discount_total", NEW."duty_total", NEW."fee_total", NEW."holds", NEW."id", NEW."identity_difference", NEW."language", NEW."lines_total", NEW."locations", NEW."number", NEW."parcels_arrived", NEW."parcels_sent", NEW."payment_status", NEW."payment_terms", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."placed_at", NEW."prices_include_tax", NEW."ready_at", NEW."rounding_total", NEW."sales_channel_id", NEW."shipping_total", NEW."short", NEW."source", NEW."source_digest", NEW."source_number", NEW."source_ref", NEW."source_updated_at", NEW."status", NEW."tax_total", NEW."tip_total", NEW."total"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_e6475() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "catalog_picturehistory" ("document_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "product_id", "thumbnail_id", "variant_id") VALUES (NEW."document_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."position", NEW."product_id", NEW."thumbnail_id", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_e67df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderlinehistory" ("cancelled", "discount", "gift_card", "id", "invoiced", "order_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "picked", "position", "quantity", "refunded", "requires_shipping", "reserved", "returned", "shipped", "sku", "source_line_ref", "tax", "tax_rate", "title", "to_cancel", "total", "unit_price", "variant_id") VALUES (NEW."cancelled", NEW."discount", NEW."gift_card", NEW."id", NEW."invoiced", NEW."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."picked", NEW."position", NEW."quantity", NEW."refunded", NEW."requires_shipping", NEW."reserved", NEW."returned", NEW."shipped", NEW."sku", NEW."source_line_ref", NEW."tax", NEW."tax_rate", NEW."title", NEW."to_cancel", NEW."total", NEW."unit_price", NEW."variant_id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_ee635() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "catalog_varianthistory" ("active", "company_id", "height_mm", "id", "is_kit", "length_mm", "option1", "option2", "option3", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "sku", "weight_g", "width_mm") SELECT new_values."active", new_values."company_id", new_values."height_mm", new_values."id", new_values."is_kit", new_values."length_mm", new_values."option1", new_values."option2", new_values."option3", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', new_values."id", new_values."product_id", new_values."sku", new_values."weight_g", new_values."width_mm" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_fd854() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_companyhistory" ("city", "country", "created_at", "currency", "id", "language", "legal_name", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "street", "tax_id", "time_zone", "valuation", "vat_registered") VALUES (NEW."city", NEW."country", NEW."created_at", NEW."currency", NEW."id", NEW."language", NEW."legal_name", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."postal_code", NEW."street", NEW."tax_id", NEW."time_zone", NEW."valuation", NEW."vat_registered"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_update_update_ff5f6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisation_branchhistory" ("code", "company_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."company_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;


CREATE FUNCTION public.pgtrigger_used_is_fixed_ac415() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF OLD.retired_at IS NOT NULL
                        OR EXISTS (SELECT FROM fiscal_numbercounter WHERE series_id = OLD.id)
                    THEN
                        RAISE EXCEPTION 'numbers were taken from this series'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'number_series_used_is_fixed';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;


CREATE FUNCTION public.pgtrigger_with_its_entry_5ed7d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (SELECT 1 FROM added a JOIN finance_entry e ON e.id = a.entry_id
               WHERE e.xid <> pg_current_xact_id()::text::bigint) THEN
        RAISE EXCEPTION 'lines join an entry only in the transaction that made it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_line_with_its_entry';
    END IF;
    RETURN NULL;

                END;
            $$;


CREATE FUNCTION public.pgtrigger_with_its_invoice_5adeb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (SELECT 1 FROM added a JOIN finance_invoice i ON i.id = a.invoice_id
               WHERE i.xid <> pg_current_xact_id()::text::bigint) THEN
        RAISE EXCEPTION 'lines join an invoice only in the transaction that issued it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_line_with_its_invoice';
    END IF;
    RETURN NULL;

                END;
            $$;


CREATE FUNCTION public.pgtrigger_with_its_invoice_e5426() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (SELECT 1 FROM added a JOIN finance_invoice i ON i.id = a.invoice_id
               WHERE i.xid <> pg_current_xact_id()::text::bigint) THEN
        RAISE EXCEPTION 'lines join an invoice only in the transaction that issued it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_line_with_its_invoice';
    END IF;
    RETURN NULL;

                END;
            $$;


CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_apikey (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    prefix character varying(12) NOT NULL,
    digest character varying(64) NOT NULL,
    scopes character varying(80)[] NOT NULL,
    reads character varying(40)[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    branch_id bigint,
    company_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    CONSTRAINT api_key_digest_form CHECK (((digest)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT api_key_may_something CHECK ((
CASE
    WHEN (scopes IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(scopes, 1), 0)
END > 0))
);


ALTER TABLE public.accounts_apikey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_apikey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_apikeyhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    prefix character varying(12) NOT NULL,
    scopes character varying(80)[] NOT NULL,
    reads character varying(40)[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    branch_id bigint,
    company_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.accounts_apikeyhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_apikeyhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_membership (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    branch_id bigint,
    company_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT membership_role_known CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'administrator'::character varying, 'sales'::character varying, 'warehouse'::character varying, 'buyer'::character varying, 'accountant'::character varying, 'marketing'::character varying, 'auditor'::character varying])::text[]))),
    CONSTRAINT owner_of_all_branches CHECK (((NOT ((role)::text = 'owner'::text)) OR (branch_id IS NULL)))
);


ALTER TABLE public.accounts_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_membershiphistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    branch_id bigint,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.accounts_membershiphistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_membershiphistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    name character varying(150) NOT NULL,
    language character varying(2) NOT NULL,
    theme character varying(6) NOT NULL,
    time_zone character varying(64) NOT NULL,
    is_active boolean NOT NULL,
    is_staff boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    runs_installation boolean NOT NULL,
    CONSTRAINT user_email_small_letters CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT user_language_known CHECK (((language)::text = ANY ((ARRAY['pl'::character varying, 'en'::character varying])::text[]))),
    CONSTRAINT user_theme_known CHECK (((theme)::text = ANY ((ARRAY['system'::character varying, 'light'::character varying, 'dark'::character varying])::text[])))
);


ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_userhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    theme character varying(6) NOT NULL,
    time_zone character varying(64) NOT NULL,
    is_active boolean NOT NULL,
    is_staff boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pgh_obj_id bigint NOT NULL,
    runs_installation boolean NOT NULL
);


ALTER TABLE public.accounts_userhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_userhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);


ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);


CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);


ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);


ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.carriers_carrieraccount (
    id bigint NOT NULL,
    seal uuid NOT NULL,
    carrier character varying(30) NOT NULL,
    name character varying(80) NOT NULL,
    settings jsonb NOT NULL,
    token text NOT NULL,
    active boolean NOT NULL,
    problem character varying(200) NOT NULL,
    tracking_cursor character varying(100) NOT NULL,
    tracked_at timestamp with time zone,
    company_id bigint NOT NULL
);


ALTER TABLE public.carriers_carrieraccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carriers_carrieraccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.carriers_carrieraccounthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    seal uuid NOT NULL,
    carrier character varying(30) NOT NULL,
    name character varying(80) NOT NULL,
    settings jsonb NOT NULL,
    active boolean NOT NULL,
    problem character varying(200) NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.carriers_carrieraccounthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carriers_carrieraccounthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.carriers_deliverymethod (
    id bigint NOT NULL,
    code character varying(30) NOT NULL,
    name_pl character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL,
    kind character varying(10) NOT NULL,
    service character varying(40) NOT NULL,
    cash_on_delivery boolean NOT NULL,
    price numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    channel_titles jsonb NOT NULL,
    is_default boolean NOT NULL,
    active boolean NOT NULL,
    account_id bigint,
    company_id bigint NOT NULL,
    CONSTRAINT delivery_method_kind CHECK (((kind)::text = ANY ((ARRAY['courier'::character varying, 'locker'::character varying, 'pickup'::character varying])::text[]))),
    CONSTRAINT delivery_method_needs_carrier CHECK ((((kind)::text = 'pickup'::text) OR (account_id IS NOT NULL)))
);


ALTER TABLE public.carriers_deliverymethod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carriers_deliverymethod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.carriers_deliverymethodhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(30) NOT NULL,
    name_pl character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL,
    kind character varying(10) NOT NULL,
    service character varying(40) NOT NULL,
    cash_on_delivery boolean NOT NULL,
    price numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    channel_titles jsonb NOT NULL,
    is_default boolean NOT NULL,
    active boolean NOT NULL,
    account_id bigint,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.carriers_deliverymethodhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carriers_deliverymethodhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.carriers_label (
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    attempt smallint NOT NULL,
    request jsonb NOT NULL,
    status character varying(20) NOT NULL,
    reason character varying(300) NOT NULL,
    remote_id character varying(100) NOT NULL,
    tracking_number character varying(60) NOT NULL,
    tracking_url character varying(300) NOT NULL,
    tracking character varying(20) NOT NULL,
    cost numeric(18,4),
    currency character varying(3) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    bought_at timestamp with time zone,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT carriers_label_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT label_bought_has_number CHECK (((NOT ((status)::text = 'bought'::text)) OR ((NOT ((tracking_number)::text = ''::text)) AND (bought_at IS NOT NULL)))),
    CONSTRAINT label_status CHECK (((status)::text = ANY ((ARRAY['asked'::character varying, 'bought'::character varying, 'failed'::character varying, 'cancelled'::character varying])::text[])))
);


ALTER TABLE public.carriers_label ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carriers_label_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.carriers_labelhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    attempt smallint NOT NULL,
    status character varying(20) NOT NULL,
    reason character varying(300) NOT NULL,
    remote_id character varying(100) NOT NULL,
    tracking_number character varying(60) NOT NULL,
    tracking_url character varying(300) NOT NULL,
    tracking character varying(20) NOT NULL,
    cost numeric(18,4),
    currency character varying(3) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    bought_at timestamp with time zone,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT carriers_labelhistory_attempt_check CHECK ((attempt >= 0))
);


ALTER TABLE public.carriers_labelhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carriers_labelhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.carriers_trackingreport (
    id bigint NOT NULL,
    remote_id character varying(80) NOT NULL,
    status character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    note character varying(200) NOT NULL,
    label_id bigint NOT NULL
);


ALTER TABLE public.carriers_trackingreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carriers_trackingreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_barcode (
    id bigint NOT NULL,
    code character varying(64) NOT NULL,
    kind character varying(10) NOT NULL,
    company_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT barcode_code_trimmed CHECK (((code)::text ~ '^\S(.*\S)?$'::text)),
    CONSTRAINT barcode_gtin_check_digit CHECK ((((kind)::text <> 'gtin'::text) OR public.catalog_is_gtin((code)::text))),
    CONSTRAINT barcode_kind_known CHECK (((kind)::text = ANY ((ARRAY['gtin'::character varying, 'other'::character varying])::text[])))
);


ALTER TABLE public.catalog_barcode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_barcode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_barcodehistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(64) NOT NULL,
    kind character varying(10) NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    variant_id bigint NOT NULL
);


ALTER TABLE public.catalog_barcodehistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_barcodehistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_importrow (
    id bigint NOT NULL,
    number integer NOT NULL,
    group_no integer NOT NULL,
    sku text,
    product_code text,
    title_pl text,
    title_en text,
    description_pl text,
    description_en text,
    brand text,
    tax_class text,
    unit text,
    status text,
    option1_name text,
    option2_name text,
    option3_name text,
    option1 text,
    option2 text,
    option3 text,
    barcode text,
    barcode_kind text,
    weight_g integer,
    length_mm integer,
    width_mm integer,
    height_mm integer,
    active boolean,
    errors jsonb,
    effect character varying(10) NOT NULL,
    product_id bigint,
    variant_id bigint,
    run_id bigint NOT NULL,
    CONSTRAINT catalog_importrow_group_no_check CHECK ((group_no >= 0)),
    CONSTRAINT catalog_importrow_number_check CHECK ((number >= 0))
);


ALTER TABLE public.catalog_importrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_importrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_importrun (
    id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    status character varying(20) NOT NULL,
    fault jsonb,
    columns jsonb NOT NULL,
    ignored jsonb NOT NULL,
    rows integer NOT NULL,
    wrong integer NOT NULL,
    new integer NOT NULL,
    changed integer NOT NULL,
    same integer NOT NULL,
    applied_upto integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_kind character varying(20) NOT NULL,
    created_by_key character varying(80) NOT NULL,
    company_id bigint NOT NULL,
    document_id bigint,
    CONSTRAINT catalog_importrun_applied_upto_check CHECK ((applied_upto >= 0)),
    CONSTRAINT catalog_importrun_changed_check CHECK ((changed >= 0)),
    CONSTRAINT catalog_importrun_new_check CHECK ((new >= 0)),
    CONSTRAINT catalog_importrun_rows_check CHECK ((rows >= 0)),
    CONSTRAINT catalog_importrun_same_check CHECK ((same >= 0)),
    CONSTRAINT catalog_importrun_wrong_check CHECK ((wrong >= 0)),
    CONSTRAINT import_status_known CHECK (((status)::text = ANY ((ARRAY['waiting'::character varying, 'unreadable'::character varying, 'checked'::character varying, 'applying'::character varying, 'done'::character varying, 'discarded'::character varying])::text[])))
);


ALTER TABLE public.catalog_importrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_importrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_kitcomponent (
    id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    company_id bigint NOT NULL,
    component_id bigint NOT NULL,
    kit_id bigint NOT NULL,
    kit_is_kit boolean GENERATED ALWAYS AS (true) STORED,
    component_is_kit boolean GENERATED ALWAYS AS (false) STORED,
    CONSTRAINT kit_component_is_other CHECK ((NOT (kit_id = component_id))),
    CONSTRAINT kit_component_quantity_positive CHECK ((quantity > (0)::numeric))
);


ALTER TABLE public.catalog_kitcomponent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_kitcomponent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_kitcomponenthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    company_id bigint NOT NULL,
    component_id bigint NOT NULL,
    kit_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.catalog_kitcomponenthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_kitcomponenthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_picture (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    document_id bigint NOT NULL,
    product_id bigint NOT NULL,
    variant_id bigint,
    thumbnail_id bigint NOT NULL,
    CONSTRAINT catalog_picture_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.catalog_picture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_picture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_picturehistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    document_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    product_id bigint NOT NULL,
    variant_id bigint,
    thumbnail_id bigint NOT NULL,
    CONSTRAINT catalog_picturehistory_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.catalog_picturehistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_picturehistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_product (
    id bigint NOT NULL,
    code character varying(64) NOT NULL,
    status character varying(20) NOT NULL,
    brand character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    tax_class_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT product_status_known CHECK (((status)::text = ANY ((ARRAY['draft'::character varying, 'active'::character varying, 'archived'::character varying])::text[])))
);


ALTER TABLE public.catalog_product ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_producthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(64) NOT NULL,
    status character varying(20) NOT NULL,
    brand character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    tax_class_id bigint NOT NULL,
    unit_id bigint NOT NULL
);


ALTER TABLE public.catalog_producthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_producthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_productoption (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name character varying(50) NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT catalog_productoption_position_check CHECK (("position" >= 0)),
    CONSTRAINT product_option_at_most_three CHECK ((("position" >= 1) AND ("position" <= 3)))
);


ALTER TABLE public.catalog_productoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_productoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_productoptionhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name character varying(50) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT catalog_productoptionhistory_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.catalog_productoptionhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_productoptionhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_producttext (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(255) NOT NULL,
    description text NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT product_text_has_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT product_text_language CHECK (((language)::text = ANY ((ARRAY['pl'::character varying, 'en'::character varying])::text[])))
);


ALTER TABLE public.catalog_producttext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_producttext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_producttexthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(255) NOT NULL,
    description text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    product_id bigint NOT NULL
);


ALTER TABLE public.catalog_producttexthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_producttexthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_unit (
    id bigint NOT NULL,
    code character varying(10) NOT NULL,
    name_pl character varying(40) NOT NULL,
    name_en character varying(40) NOT NULL
);


ALTER TABLE public.catalog_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_variant (
    id bigint NOT NULL,
    sku character varying(64) NOT NULL,
    option1 character varying(100) NOT NULL,
    option2 character varying(100) NOT NULL,
    option3 character varying(100) NOT NULL,
    weight_g integer,
    length_mm integer,
    width_mm integer,
    height_mm integer,
    is_kit boolean NOT NULL,
    active boolean NOT NULL,
    company_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT catalog_variant_height_mm_check CHECK ((height_mm >= 0)),
    CONSTRAINT catalog_variant_length_mm_check CHECK ((length_mm >= 0)),
    CONSTRAINT catalog_variant_weight_g_check CHECK ((weight_g >= 0)),
    CONSTRAINT catalog_variant_width_mm_check CHECK ((width_mm >= 0)),
    CONSTRAINT variant_sku_trimmed CHECK (((sku)::text ~ '^\S(.*\S)?$'::text))
);


ALTER TABLE public.catalog_variant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_variant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.catalog_varianthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    sku character varying(64) NOT NULL,
    option1 character varying(100) NOT NULL,
    option2 character varying(100) NOT NULL,
    option3 character varying(100) NOT NULL,
    weight_g integer,
    length_mm integer,
    width_mm integer,
    height_mm integer,
    is_kit boolean NOT NULL,
    active boolean NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT catalog_varianthistory_height_mm_check CHECK ((height_mm >= 0)),
    CONSTRAINT catalog_varianthistory_length_mm_check CHECK ((length_mm >= 0)),
    CONSTRAINT catalog_varianthistory_weight_g_check CHECK ((weight_g >= 0)),
    CONSTRAINT catalog_varianthistory_width_mm_check CHECK ((width_mm >= 0))
);


ALTER TABLE public.catalog_varianthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_varianthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.crm_address (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    firm character varying(200) NOT NULL,
    street character varying(200) NOT NULL,
    street2 character varying(200) NOT NULL,
    city character varying(100) NOT NULL,
    postcode character varying(20) NOT NULL,
    region character varying(100) NOT NULL,
    country character varying(2) NOT NULL,
    phone character varying(40) NOT NULL,
    digest character varying(64) NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    customer_id bigint NOT NULL
);


ALTER TABLE public.crm_address ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.crm_address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.crm_customer (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    status character varying(10) NOT NULL,
    name character varying(200) NOT NULL,
    tax_id character varying(20) NOT NULL,
    language character varying(2) NOT NULL,
    phone character varying(40) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    canonical_id bigint,
    company_id bigint NOT NULL,
    is_canonical boolean GENERATED ALWAYS AS ((canonical_id IS NULL)) STORED,
    canonical_is_canonical boolean GENERATED ALWAYS AS (true) STORED,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT customer_kind_known CHECK (((kind)::text = ANY ((ARRAY['person'::character varying, 'firm'::character varying])::text[]))),
    CONSTRAINT customer_language_known CHECK (((language)::text = ANY ((ARRAY['pl'::character varying, 'en'::character varying])::text[]))),
    CONSTRAINT customer_merged_has_canonical CHECK ((((canonical_id IS NOT NULL) AND ((status)::text = 'merged'::text)) OR ((NOT ((status)::text = 'merged'::text)) AND (canonical_id IS NULL)))),
    CONSTRAINT customer_status_known CHECK (((status)::text = ANY ((ARRAY['guest'::character varying, 'known'::character varying, 'merged'::character varying])::text[])))
);


ALTER TABLE public.crm_customer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.crm_customer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.crm_customeremail (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    verified boolean NOT NULL,
    relay boolean NOT NULL,
    company_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    CONSTRAINT customer_email_form CHECK (((address)::text ~ '^[^\sA-Z@]+@[^\sA-Z@]+$'::text)),
    CONSTRAINT customer_email_relay_unverified CHECK (((NOT verified) OR (NOT relay)))
);


ALTER TABLE public.crm_customeremail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.crm_customeremail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.crm_customeremailhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    verified boolean NOT NULL,
    relay boolean NOT NULL,
    company_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.crm_customeremailhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.crm_customeremailhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.crm_customerhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    status character varying(10) NOT NULL,
    language character varying(2) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    canonical_id bigint,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.crm_customerhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.crm_customerhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.crm_customeridentity (
    id bigint NOT NULL,
    source character varying(60) NOT NULL,
    remote_id character varying(120) NOT NULL,
    company_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    CONSTRAINT customer_identity_filled CHECK (((NOT ((source)::text = ''::text)) AND (NOT ((remote_id)::text = ''::text))))
);


ALTER TABLE public.crm_customeridentity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.crm_customeridentity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.crm_customeridentityhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    source character varying(60) NOT NULL,
    company_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.crm_customeridentityhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.crm_customeridentityhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_celery_beat_clockedschedule (
    id integer NOT NULL,
    clocked_time timestamp with time zone NOT NULL
);


ALTER TABLE public.django_celery_beat_clockedschedule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_celery_beat_clockedschedule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_celery_beat_crontabschedule (
    id integer NOT NULL,
    minute character varying(240) NOT NULL,
    hour character varying(96) NOT NULL,
    day_of_week character varying(64) NOT NULL,
    day_of_month character varying(124) NOT NULL,
    month_of_year character varying(64) NOT NULL,
    timezone character varying(63) NOT NULL
);


ALTER TABLE public.django_celery_beat_crontabschedule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_celery_beat_crontabschedule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_celery_beat_intervalschedule (
    id integer NOT NULL,
    every integer NOT NULL,
    period character varying(24) NOT NULL
);


ALTER TABLE public.django_celery_beat_intervalschedule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_celery_beat_intervalschedule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_celery_beat_periodictask (
    id integer NOT NULL,
    name character varying(200) NOT NULL,
    task character varying(200) NOT NULL,
    args text NOT NULL,
    kwargs text NOT NULL,
    queue character varying(200),
    exchange character varying(200),
    routing_key character varying(200),
    expires timestamp with time zone,
    enabled boolean NOT NULL,
    last_run_at timestamp with time zone,
    total_run_count integer NOT NULL,
    date_changed timestamp with time zone NOT NULL,
    description text NOT NULL,
    crontab_id integer,
    interval_id integer,
    solar_id integer,
    one_off boolean NOT NULL,
    start_time timestamp with time zone,
    priority integer,
    headers text NOT NULL,
    clocked_id integer,
    expire_seconds integer,
    CONSTRAINT django_celery_beat_periodictask_expire_seconds_check CHECK ((expire_seconds >= 0)),
    CONSTRAINT django_celery_beat_periodictask_priority_check CHECK ((priority >= 0)),
    CONSTRAINT django_celery_beat_periodictask_total_run_count_check CHECK ((total_run_count >= 0))
);


ALTER TABLE public.django_celery_beat_periodictask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_celery_beat_periodictask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_celery_beat_periodictasks (
    ident smallint NOT NULL,
    last_update timestamp with time zone NOT NULL
);


CREATE TABLE public.django_celery_beat_solarschedule (
    id integer NOT NULL,
    event character varying(24) NOT NULL,
    latitude numeric(9,6) NOT NULL,
    longitude numeric(9,6) NOT NULL
);


ALTER TABLE public.django_celery_beat_solarschedule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_celery_beat_solarschedule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


CREATE TABLE public.documents_document (
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    kind character varying(30) NOT NULL,
    name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    path character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_kind character varying(20) NOT NULL,
    created_by_key character varying(80) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT document_kind_form CHECK (((kind)::text ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT document_sha256_form CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT documents_document_size_check CHECK ((size >= 0))
);


ALTER TABLE public.documents_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.documents_documenthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    kind character varying(30) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    path character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_kind character varying(20) NOT NULL,
    created_by_key character varying(80) NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT documents_documenthistory_size_check CHECK ((size >= 0))
);


ALTER TABLE public.documents_documenthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_documenthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.documents_documentread (
    id bigint NOT NULL,
    actor_kind character varying(20) NOT NULL,
    actor_key character varying(80) NOT NULL,
    at timestamp with time zone NOT NULL,
    document_id bigint NOT NULL
);


ALTER TABLE public.documents_documentread ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_documentread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_delivery (
    id bigint NOT NULL,
    handler character varying(80) NOT NULL,
    key character varying(120) NOT NULL,
    state character varying(10) NOT NULL,
    attempts smallint NOT NULL,
    next_at timestamp with time zone NOT NULL,
    claim uuid,
    lease_until timestamp with time zone,
    error text NOT NULL,
    done_at timestamp with time zone,
    event_id uuid NOT NULL,
    CONSTRAINT delivery_running_is_leased CHECK ((((claim IS NOT NULL) AND (lease_until IS NOT NULL) AND ((state)::text = 'running'::text)) OR (NOT ((state)::text = 'running'::text)))),
    CONSTRAINT delivery_state CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying, 'done'::character varying, 'parked'::character varying])::text[])))
);


ALTER TABLE public.events_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_event (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    data jsonb NOT NULL,
    actor_kind character varying(20) NOT NULL,
    actor_key character varying(80) NOT NULL,
    request_id character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    xid bigint NOT NULL
);


CREATE TABLE public.events_eventsubject (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    key character varying(60) NOT NULL,
    event_id uuid NOT NULL
);


ALTER TABLE public.events_eventsubject ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_eventsubject_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_account (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name_pl character varying(120) NOT NULL,
    name_en character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT account_code_form CHECK (((code)::text ~ '^[0-9A-Z][0-9A-Z.-]*$'::text)),
    CONSTRAINT account_kind_known CHECK (((kind)::text = ANY ((ARRAY['asset'::character varying, 'liability'::character varying, 'equity'::character varying, 'income'::character varying, 'expense'::character varying])::text[])))
);


ALTER TABLE public.finance_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_accounthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name_pl character varying(120) NOT NULL,
    name_en character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.finance_accounthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_accounthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_accountmapping (
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT account_mapping_role_known CHECK (((role)::text = ANY ((ARRAY['receivables'::character varying, 'clearing'::character varying, 'sales'::character varying, 'shipping_income'::character varying, 'fee_income'::character varying, 'tips'::character varying, 'duties'::character varying, 'output_tax'::character varying, 'rounding'::character varying, 'gift_cards'::character varying, 'store_credit'::character varying, 'stock'::character varying, 'stock_in_transit'::character varying, 'goods_received'::character varying, 'cost_of_goods'::character varying, 'stock_differences'::character varying, 'scrap'::character varying, 'opening'::character varying, 'exchange_gain'::character varying, 'exchange_loss'::character varying])::text[])))
);


ALTER TABLE public.finance_accountmapping ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_accountmapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_accountmappinghistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    account_id bigint NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.finance_accountmappinghistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_accountmappinghistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_auditfinding (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name character varying(60) NOT NULL,
    count integer NOT NULL,
    rows jsonb NOT NULL,
    waiting jsonb NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT finance_auditfinding_count_check CHECK ((count >= 0)),
    CONSTRAINT finance_auditfinding_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.finance_auditfinding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_auditfinding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_auditrun (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor character varying(100) NOT NULL,
    company_id bigint NOT NULL
);


ALTER TABLE public.finance_auditrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_auditrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_entry (
    id bigint NOT NULL,
    journal character varying(10) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    origin_kind character varying(60) NOT NULL,
    origin_key character varying(60) NOT NULL,
    purpose character varying(40) NOT NULL,
    actor character varying(100) NOT NULL,
    xid bigint NOT NULL,
    company_id bigint NOT NULL,
    reverses_id bigint,
    CONSTRAINT entry_journal_known CHECK (((journal)::text = ANY ((ARRAY['sales'::character varying, 'payments'::character varying, 'stock'::character varying, 'general'::character varying])::text[])))
);


ALTER TABLE public.finance_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_entryline (
    id bigint NOT NULL,
    debit numeric(18,4) NOT NULL,
    credit numeric(18,4) NOT NULL,
    amount numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    product_group character varying(40) NOT NULL,
    text character varying(120) NOT NULL,
    account_id bigint NOT NULL,
    branch_id bigint,
    department_id bigint,
    entry_id bigint NOT NULL,
    sales_channel_id bigint,
    settles character varying(120) NOT NULL,
    CONSTRAINT entry_line_amount_side CHECK (((amount = (0)::numeric) OR ((amount > (0)::numeric) AND (debit > (0)::numeric)) OR ((amount < (0)::numeric) AND (credit > (0)::numeric)))),
    CONSTRAINT entry_line_one_side CHECK ((((credit = (0)::numeric) AND (debit > (0)::numeric)) OR ((credit > (0)::numeric) AND (debit = (0)::numeric))))
);


ALTER TABLE public.finance_entryline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_entryline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_invoice (
    id bigint NOT NULL,
    number character varying(60) NOT NULL,
    kind character varying(10) NOT NULL,
    origin_kind character varying(60) NOT NULL,
    origin_key character varying(60) NOT NULL,
    reason character varying(300) NOT NULL,
    issued_on date NOT NULL,
    sold_on date NOT NULL,
    due_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    language character varying(2) NOT NULL,
    currency character varying(3) NOT NULL,
    prices_include_tax boolean NOT NULL,
    taxed boolean NOT NULL,
    net numeric(18,4) NOT NULL,
    tax numeric(18,4) NOT NULL,
    gross numeric(18,4) NOT NULL,
    paid numeric(18,4) NOT NULL,
    payment_methods character varying(120) NOT NULL,
    books_currency character varying(3) NOT NULL,
    rate numeric(18,8),
    rate_on date,
    tax_books numeric(18,4) NOT NULL,
    gross_books numeric(18,4) NOT NULL,
    seller_name character varying(250) NOT NULL,
    seller_tax_id character varying(20) NOT NULL,
    seller_address character varying(400) NOT NULL,
    seller_country character varying(2) NOT NULL,
    xid bigint NOT NULL,
    company_id bigint NOT NULL,
    corrects_id bigint,
    order_id bigint NOT NULL,
    series_id bigint NOT NULL,
    CONSTRAINT invoice_correction_names_invoice CHECK ((((corrects_id IS NULL) AND ((kind)::text = 'invoice'::text)) OR ((corrects_id IS NOT NULL) AND ((kind)::text = 'correction'::text)))),
    CONSTRAINT invoice_gross_is_net_and_tax CHECK ((gross = (net + tax))),
    CONSTRAINT invoice_kind_known CHECK (((kind)::text = ANY ((ARRAY['invoice'::character varying, 'correction'::character varying])::text[]))),
    CONSTRAINT invoice_language_known CHECK (((language)::text = ANY ((ARRAY['pl'::character varying, 'en'::character varying])::text[]))),
    CONSTRAINT invoice_rate_where_foreign CHECK (((((currency)::text = (books_currency)::text) AND (gross_books = gross) AND (rate IS NULL) AND (rate_on IS NULL)) OR ((NOT ((currency)::text = (books_currency)::text)) AND (rate > (0)::numeric) AND (rate_on IS NOT NULL)))),
    CONSTRAINT invoice_untaxed_without_tax CHECK ((taxed OR (tax = (0)::numeric)))
);


ALTER TABLE public.finance_invoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_invoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_invoicebuyer (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    firm character varying(200) NOT NULL,
    tax_id character varying(20) NOT NULL,
    street character varying(400) NOT NULL,
    postcode character varying(20) NOT NULL,
    city character varying(100) NOT NULL,
    country character varying(2) NOT NULL,
    email character varying(254) NOT NULL,
    keep_until date NOT NULL,
    erased_on date,
    invoice_id bigint NOT NULL
);


ALTER TABLE public.finance_invoicebuyer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_invoicebuyer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_invoiceline (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    kind character varying(12) NOT NULL,
    sku character varying(255) NOT NULL,
    title character varying(500) NOT NULL,
    unit character varying(20) NOT NULL,
    quantity numeric(14,3) NOT NULL,
    unit_price numeric(18,4) NOT NULL,
    tax_kind character varying(10) NOT NULL,
    tax_rate numeric(6,3),
    net numeric(18,4) NOT NULL,
    tax numeric(18,4) NOT NULL,
    gross numeric(18,4) NOT NULL,
    charge_id bigint,
    invoice_id bigint NOT NULL,
    order_line_id bigint,
    CONSTRAINT finance_invoiceline_position_check CHECK (("position" >= 0)),
    CONSTRAINT invoice_line_bills_one_thing CHECK ((((charge_id IS NULL) AND ((kind)::text = ANY ((ARRAY['goods'::character varying, 'gift_card'::character varying])::text[])) AND (order_line_id IS NOT NULL)) OR ((charge_id IS NOT NULL) AND ((kind)::text = ANY ((ARRAY['shipping'::character varying, 'tip'::character varying, 'duty'::character varying, 'fee'::character varying, 'rounding'::character varying])::text[])) AND (order_line_id IS NULL)) OR ((charge_id IS NULL) AND ((kind)::text = 'adjustment'::text) AND (order_line_id IS NULL)))),
    CONSTRAINT invoice_line_gross_is_net_and_tax CHECK ((gross = (net + tax))),
    CONSTRAINT invoice_line_kind_known CHECK (((kind)::text = ANY ((ARRAY['goods'::character varying, 'gift_card'::character varying, 'shipping'::character varying, 'tip'::character varying, 'duty'::character varying, 'fee'::character varying, 'rounding'::character varying, 'adjustment'::character varying])::text[]))),
    CONSTRAINT invoice_line_rate_matches CHECK (((((tax_kind)::text = 'rated'::text) AND (tax_rate IS NOT NULL)) OR (((tax_kind)::text = 'mixed'::text) AND (tax_rate IS NULL)) OR ((tax = (0)::numeric) AND ((tax_kind)::text = ANY ((ARRAY['exempt'::character varying, 'outside'::character varying])::text[])) AND (tax_rate IS NULL))))
);


ALTER TABLE public.finance_invoiceline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_invoiceline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.finance_invoicetax (
    id bigint NOT NULL,
    tax_kind character varying(10) NOT NULL,
    tax_rate numeric(6,3),
    net numeric(18,4) NOT NULL,
    tax numeric(18,4) NOT NULL,
    gross numeric(18,4) NOT NULL,
    tax_books numeric(18,4) NOT NULL,
    invoice_id bigint NOT NULL,
    CONSTRAINT invoice_tax_gross_is_net_and_tax CHECK ((gross = (net + tax))),
    CONSTRAINT invoice_tax_rate_matches CHECK (((((tax_kind)::text = 'rated'::text) AND (tax_rate IS NOT NULL)) OR (((tax_kind)::text = 'mixed'::text) AND (tax_rate IS NULL)) OR ((tax = (0)::numeric) AND ((tax_kind)::text = ANY ((ARRAY['exempt'::character varying, 'outside'::character varying])::text[])) AND (tax_rate IS NULL))))
);


ALTER TABLE public.finance_invoicetax ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_invoicetax_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.fiscal_exchangerate (
    id bigint NOT NULL,
    base character varying(3) NOT NULL,
    quote character varying(3) NOT NULL,
    "on" date NOT NULL,
    rate numeric(18,8) NOT NULL,
    source character varying(40) NOT NULL,
    CONSTRAINT exchange_rate_currencies CHECK ((((base)::text ~ '^[A-Z]{3}$'::text) AND ((quote)::text ~ '^[A-Z]{3}$'::text) AND (NOT ((base)::text = (quote)::text)))),
    CONSTRAINT exchange_rate_positive CHECK ((rate > (0)::numeric))
);


ALTER TABLE public.fiscal_exchangerate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fiscal_exchangerate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.fiscal_numbercounter (
    id bigint NOT NULL,
    period character varying(7) NOT NULL,
    last integer NOT NULL,
    series_id bigint NOT NULL,
    CONSTRAINT fiscal_numbercounter_last_check CHECK ((last >= 0))
);


ALTER TABLE public.fiscal_numbercounter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fiscal_numbercounter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.fiscal_numberseries (
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    code character varying(20) NOT NULL,
    pattern character varying(60) NOT NULL,
    period character varying(5) NOT NULL,
    company_id bigint NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT number_series_pattern_tells_apart CHECK ((((pattern)::text ~~ '%{number%'::text) AND (((period)::text = 'none'::text) OR ((pattern)::text ~~ '%{year%'::text)) AND ((NOT ((period)::text = 'month'::text)) OR ((pattern)::text ~~ '%{month%'::text)))),
    CONSTRAINT number_series_period_known CHECK (((period)::text = ANY ((ARRAY['none'::character varying, 'year'::character varying, 'month'::character varying])::text[])))
);


ALTER TABLE public.fiscal_numberseries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fiscal_numberseries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.fiscal_numberserieshistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    code character varying(20) NOT NULL,
    pattern character varying(60) NOT NULL,
    period character varying(5) NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    retired_at timestamp with time zone
);


ALTER TABLE public.fiscal_numberserieshistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fiscal_numberserieshistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.fiscal_taxclass (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name_pl character varying(60) NOT NULL,
    name_en character varying(60) NOT NULL
);


ALTER TABLE public.fiscal_taxclass ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fiscal_taxclass_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.fiscal_taxclasshistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name_pl character varying(60) NOT NULL,
    name_en character varying(60) NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.fiscal_taxclasshistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fiscal_taxclasshistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.fiscal_taxrate (
    id bigint NOT NULL,
    country character varying(2) NOT NULL,
    rate numeric(6,3) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    tax_class_id bigint NOT NULL,
    CONSTRAINT tax_rate_country_code CHECK (((country)::text ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT tax_rate_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT tax_rate_is_percent CHECK (((rate >= (0)::numeric) AND (rate <= (100)::numeric)))
);


ALTER TABLE public.fiscal_taxrate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fiscal_taxrate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.fiscal_taxratehistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    country character varying(2) NOT NULL,
    rate numeric(6,3) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    pgh_obj_id bigint NOT NULL,
    tax_class_id bigint NOT NULL
);


ALTER TABLE public.fiscal_taxratehistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fiscal_taxratehistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.guardian_groupobjectpermission (
    id integer NOT NULL,
    object_pk character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.guardian_groupobjectpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.guardian_groupobjectpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.guardian_userobjectpermission (
    id integer NOT NULL,
    object_pk character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    permission_id integer NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.guardian_userobjectpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.guardian_userobjectpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_countline (
    id bigint NOT NULL,
    counted numeric(14,3) NOT NULL,
    expected numeric(14,3) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    variant_id bigint NOT NULL,
    location_id bigint NOT NULL,
    count_id bigint NOT NULL,
    CONSTRAINT count_line_not_negative CHECK (((counted >= (0)::numeric) AND (expected >= (0)::numeric)))
);


ALTER TABLE public.inventory_countline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_countline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_countlinehistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    counted numeric(14,3) NOT NULL,
    expected numeric(14,3) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    pgh_obj_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id bigint NOT NULL,
    count_id bigint NOT NULL
);


ALTER TABLE public.inventory_countlinehistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_countlinehistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_goodsin (
    id bigint NOT NULL,
    delivery_note character varying(60) NOT NULL,
    key character varying(64) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL
);


ALTER TABLE public.inventory_goodsin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_goodsin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_goodsinhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    delivery_note character varying(60) NOT NULL,
    key character varying(64) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.inventory_goodsinhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_goodsinhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_location (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    code character varying(32) NOT NULL,
    name character varying(100) NOT NULL,
    pickable boolean NOT NULL,
    sequence integer NOT NULL,
    active boolean NOT NULL,
    lineage bigint[] NOT NULL,
    branch_id bigint,
    company_id bigint NOT NULL,
    parent_id bigint,
    holds_stock boolean GENERATED ALWAYS AS (((kind)::text = ANY ((ARRAY['warehouse'::character varying, 'zone'::character varying, 'bin'::character varying, 'transit'::character varying])::text[]))) STORED NOT NULL,
    CONSTRAINT inventory_location_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT location_branch_of_internal CHECK ((((branch_id IS NOT NULL) AND ((kind)::text = ANY ((ARRAY['bin'::character varying, 'warehouse'::character varying, 'zone'::character varying])::text[]))) OR ((branch_id IS NULL) AND ((kind)::text = ANY ((ARRAY['adjustment'::character varying, 'customer'::character varying, 'production'::character varying, 'scrap'::character varying, 'supplier'::character varying, 'transit'::character varying])::text[]))))),
    CONSTRAINT location_code_form CHECK (((code)::text ~ '^[A-Z0-9][A-Z0-9_-]*$'::text)),
    CONSTRAINT location_kind_known CHECK (((kind)::text = ANY ((ARRAY['warehouse'::character varying, 'zone'::character varying, 'bin'::character varying, 'transit'::character varying, 'supplier'::character varying, 'customer'::character varying, 'scrap'::character varying, 'production'::character varying, 'adjustment'::character varying])::text[]))),
    CONSTRAINT location_not_in_itself CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT location_parent_of_kind CHECK (((((kind)::text = ANY ((ARRAY['zone'::character varying, 'bin'::character varying])::text[])) AND (parent_id IS NOT NULL)) OR ((NOT ((kind)::text = ANY ((ARRAY['zone'::character varying, 'bin'::character varying])::text[]))) AND (parent_id IS NULL)))),
    CONSTRAINT location_pickable_is_internal CHECK (((NOT pickable) OR ((kind)::text = ANY ((ARRAY['bin'::character varying, 'warehouse'::character varying, 'zone'::character varying])::text[]))))
);


ALTER TABLE public.inventory_location ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_location_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_locationhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    code character varying(32) NOT NULL,
    name character varying(100) NOT NULL,
    pickable boolean NOT NULL,
    sequence integer NOT NULL,
    active boolean NOT NULL,
    lineage bigint[] NOT NULL,
    branch_id bigint,
    company_id bigint NOT NULL,
    parent_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT inventory_locationhistory_sequence_check CHECK ((sequence >= 0))
);


ALTER TABLE public.inventory_locationhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_locationhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_reservation (
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    line_key character varying(60) NOT NULL,
    quantity numeric(14,3) NOT NULL,
    per_unit numeric(14,3) NOT NULL,
    kept_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    locations bigint[],
    promised_on date,
    CONSTRAINT reservation_quantity_positive CHECK (((per_unit > (0)::numeric) AND (quantity > (0)::numeric)))
);


ALTER TABLE public.inventory_reservation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_reservation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_shortage (
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    line_key character varying(60) NOT NULL,
    quantity numeric(14,3) NOT NULL,
    per_unit numeric(14,3) NOT NULL,
    locations bigint[],
    promised_on date,
    created_at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT shortage_quantity_positive CHECK (((per_unit > (0)::numeric) AND (quantity > (0)::numeric)))
);


ALTER TABLE public.inventory_shortage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_shortage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_stockcount (
    id bigint NOT NULL,
    status character varying(20) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL,
    CONSTRAINT stock_count_status_known CHECK (((status)::text = ANY ((ARRAY['open'::character varying, 'closed'::character varying, 'cancelled'::character varying])::text[])))
);


ALTER TABLE public.inventory_stockcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_stockcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_stockcounthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    status character varying(20) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.inventory_stockcounthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_stockcounthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_stocklevel (
    id bigint NOT NULL,
    on_hand numeric(14,3) NOT NULL,
    reserved numeric(14,3) NOT NULL,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    of_kit boolean GENERATED ALWAYS AS (false) STORED NOT NULL,
    in_stock_place boolean GENERATED ALWAYS AS (true) STORED NOT NULL,
    CONSTRAINT stock_level_reserved_within CHECK (((reserved >= (0)::numeric) AND (reserved <= on_hand)))
)
WITH (fillfactor='70');


ALTER TABLE public.inventory_stocklevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_stocklevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_stockmove (
    id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    value numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    origin_kind character varying(60) NOT NULL,
    origin_key character varying(60) NOT NULL,
    purpose character varying(32) NOT NULL,
    "position" integer NOT NULL,
    line_key character varying(60) NOT NULL,
    reason character varying(200) NOT NULL,
    actor_kind character varying(20) NOT NULL,
    actor_key character varying(80) NOT NULL,
    company_id bigint NOT NULL,
    destination_id bigint NOT NULL,
    source_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT inventory_stockmove_position_check CHECK (("position" >= 0)),
    CONSTRAINT stock_move_goes_somewhere CHECK ((NOT (source_id = destination_id))),
    CONSTRAINT stock_move_quantity_positive CHECK ((quantity > (0)::numeric))
);


ALTER TABLE public.inventory_stockmove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_stockmove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_transfer (
    id bigint NOT NULL,
    status character varying(20) NOT NULL,
    expected_on date,
    receipts smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    dispatched_at timestamp with time zone,
    received_at timestamp with time zone,
    company_id bigint NOT NULL,
    destination_id bigint NOT NULL,
    source_id bigint NOT NULL,
    key character varying(64) NOT NULL,
    CONSTRAINT inventory_transfer_receipts_check CHECK ((receipts >= 0)),
    CONSTRAINT transfer_goes_somewhere CHECK ((NOT (source_id = destination_id))),
    CONSTRAINT transfer_status_known CHECK (((status)::text = ANY ((ARRAY['planned'::character varying, 'dispatched'::character varying, 'received'::character varying, 'cancelled'::character varying])::text[])))
);


ALTER TABLE public.inventory_transfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_transferhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    status character varying(20) NOT NULL,
    expected_on date,
    receipts smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    dispatched_at timestamp with time zone,
    received_at timestamp with time zone,
    company_id bigint NOT NULL,
    destination_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    source_id bigint NOT NULL,
    key character varying(64) NOT NULL,
    CONSTRAINT inventory_transferhistory_receipts_check CHECK ((receipts >= 0))
);


ALTER TABLE public.inventory_transferhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_transferhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_transferline (
    id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    received numeric(14,3) NOT NULL,
    lost numeric(14,3) NOT NULL,
    transfer_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT transfer_line_within CHECK (((lost >= (0)::numeric) AND (quantity > (0)::numeric) AND (quantity >= (received + lost)) AND (received >= (0)::numeric)))
);


ALTER TABLE public.inventory_transferline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_transferline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_transferlinehistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    received numeric(14,3) NOT NULL,
    lost numeric(14,3) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    transfer_id bigint NOT NULL,
    variant_id bigint NOT NULL
);


ALTER TABLE public.inventory_transferlinehistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_transferlinehistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.inventory_variantcost (
    id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    value numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    last_unit_cost numeric(18,4) NOT NULL,
    company_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT variant_cost_not_negative CHECK (((quantity >= (0)::numeric) AND (value >= (0)::numeric))),
    CONSTRAINT variant_cost_nothing_is_worth_nothing CHECK (((quantity > (0)::numeric) OR (value = (0)::numeric)))
)
WITH (fillfactor='70');


ALTER TABLE public.inventory_variantcost ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.inventory_variantcost_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.jobs_job (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    key character varying(120) NOT NULL,
    params jsonb NOT NULL,
    checkpoint jsonb NOT NULL,
    result jsonb NOT NULL,
    status character varying(20) NOT NULL,
    done_count integer NOT NULL,
    total_count integer,
    failed_count integer NOT NULL,
    cancel_asked boolean NOT NULL,
    attempts smallint NOT NULL,
    started_by_kind character varying(20) NOT NULL,
    started_by_key character varying(80) NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    claim uuid,
    lease_until timestamp with time zone,
    error character varying(300) NOT NULL,
    company_id bigint,
    CONSTRAINT job_counts CHECK (((total_count IS NULL) OR (done_count <= total_count))),
    CONSTRAINT job_running_is_leased CHECK (((NOT ((status)::text = 'running'::text)) OR ((claim IS NOT NULL) AND (lease_until IS NOT NULL)))),
    CONSTRAINT job_status CHECK (((status)::text = ANY ((ARRAY['queued'::character varying, 'running'::character varying, 'done'::character varying, 'failed'::character varying, 'cancelled'::character varying])::text[]))),
    CONSTRAINT jobs_job_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT jobs_job_done_count_check CHECK ((done_count >= 0)),
    CONSTRAINT jobs_job_failed_count_check CHECK ((failed_count >= 0)),
    CONSTRAINT jobs_job_total_count_check CHECK ((total_count >= 0))
);


ALTER TABLE public.jobs_job ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.jobs_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_mailtemplate (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    language character varying(2) NOT NULL,
    subject character varying(200) NOT NULL,
    body text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL
);


ALTER TABLE public.mail_mailtemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_mailtemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_mailtemplatehistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    language character varying(2) NOT NULL,
    subject character varying(200) NOT NULL,
    body text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.mail_mailtemplatehistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_mailtemplatehistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_message (
    id bigint NOT NULL,
    key character varying(120) NOT NULL,
    code character varying(60) NOT NULL,
    about_kind character varying(60) NOT NULL,
    about_key character varying(60) NOT NULL,
    language character varying(2) NOT NULL,
    "to" character varying(254) NOT NULL,
    subject character varying(200) NOT NULL,
    text text NOT NULL,
    attachments jsonb NOT NULL,
    header_id character varying(120) NOT NULL,
    policy character varying(10) NOT NULL,
    status character varying(20) NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    sending_since timestamp with time zone,
    sent_at timestamp with time zone,
    error character varying(200) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT message_policy CHECK (((policy)::text = ANY ((ARRAY['again'::character varying, 'ask'::character varying])::text[]))),
    CONSTRAINT message_sent_has_time CHECK (((NOT ((status)::text = 'sent'::text)) OR (sent_at IS NOT NULL))),
    CONSTRAINT message_status CHECK (((status)::text = ANY ((ARRAY['queued'::character varying, 'sending'::character varying, 'sent'::character varying, 'unknown'::character varying, 'failed'::character varying])::text[])))
);


ALTER TABLE public.mail_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.oauth2_provider_accesstoken (
    id bigint NOT NULL,
    token text NOT NULL,
    expires timestamp with time zone NOT NULL,
    scope text NOT NULL,
    application_id bigint,
    user_id bigint,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    source_refresh_token_id bigint,
    id_token_id bigint,
    token_checksum character varying(64) NOT NULL,
    resource jsonb NOT NULL
);


ALTER TABLE public.oauth2_provider_accesstoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_accesstoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.oauth2_provider_application (
    id bigint NOT NULL,
    client_id character varying(255) NOT NULL,
    redirect_uris text NOT NULL,
    client_type character varying(32) NOT NULL,
    authorization_grant_type character varying(44) NOT NULL,
    client_secret character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    user_id bigint,
    skip_authorization boolean NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    algorithm character varying(5) NOT NULL,
    post_logout_redirect_uris text NOT NULL,
    hash_client_secret boolean NOT NULL,
    allowed_origins text NOT NULL,
    registration_source character varying(32) NOT NULL,
    cimd_expires_at timestamp with time zone
);


ALTER TABLE public.oauth2_provider_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.oauth2_provider_devicegrant (
    id bigint NOT NULL,
    device_code character varying(100) NOT NULL,
    user_code character varying(100) NOT NULL,
    scope text NOT NULL,
    "interval" integer NOT NULL,
    expires timestamp with time zone NOT NULL,
    status character varying(64) NOT NULL,
    client_id character varying(100) NOT NULL,
    last_checked timestamp with time zone NOT NULL,
    user_id bigint
);


ALTER TABLE public.oauth2_provider_devicegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_devicegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.oauth2_provider_grant (
    id bigint NOT NULL,
    code character varying(255) NOT NULL,
    expires timestamp with time zone NOT NULL,
    redirect_uri text NOT NULL,
    scope text NOT NULL,
    application_id bigint NOT NULL,
    user_id bigint NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    code_challenge character varying(128) NOT NULL,
    code_challenge_method character varying(10) NOT NULL,
    nonce character varying(255) NOT NULL,
    claims text NOT NULL,
    resource jsonb NOT NULL
);


ALTER TABLE public.oauth2_provider_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.oauth2_provider_idtoken (
    id bigint NOT NULL,
    jti uuid NOT NULL,
    expires timestamp with time zone NOT NULL,
    scope text NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    application_id bigint,
    user_id bigint
);


ALTER TABLE public.oauth2_provider_idtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_idtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.oauth2_provider_refreshtoken (
    id bigint NOT NULL,
    token text NOT NULL,
    access_token_id bigint,
    application_id bigint NOT NULL,
    user_id bigint NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    revoked timestamp with time zone,
    token_family uuid,
    token_checksum character varying(64) NOT NULL,
    resource jsonb NOT NULL
);


ALTER TABLE public.oauth2_provider_refreshtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_refreshtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.orders_order (
    id bigint NOT NULL,
    number character varying(30) NOT NULL,
    source character varying(60) NOT NULL,
    source_ref character varying(120) NOT NULL,
    source_number character varying(60) NOT NULL,
    source_updated_at timestamp with time zone,
    source_digest character varying(64) NOT NULL,
    status character varying(20) NOT NULL,
    holds character varying(30)[] NOT NULL,
    hold_note character varying(300) NOT NULL,
    payment_status character varying(20) NOT NULL,
    payment_terms character varying(20) NOT NULL,
    short boolean NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ready_at timestamp with time zone,
    completed_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancel_reason character varying(300) NOT NULL,
    parcels_sent smallint NOT NULL,
    parcels_arrived smallint NOT NULL,
    currency character varying(3) NOT NULL,
    prices_include_tax boolean NOT NULL,
    lines_total numeric(18,4) NOT NULL,
    discount_total numeric(18,4) NOT NULL,
    shipping_total numeric(18,4) NOT NULL,
    duty_total numeric(18,4) NOT NULL,
    tip_total numeric(18,4) NOT NULL,
    fee_total numeric(18,4) NOT NULL,
    rounding_total numeric(18,4) NOT NULL,
    tax_total numeric(18,4) NOT NULL,
    total numeric(18,4) NOT NULL,
    identity_difference numeric(18,4) NOT NULL,
    buyer_currency character varying(3) NOT NULL,
    buyer_total numeric(18,4),
    language character varying(2) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(40) NOT NULL,
    delivery_method character varying(200) NOT NULL,
    pickup_point character varying(60) NOT NULL,
    note text NOT NULL,
    locations jsonb,
    branch_id bigint,
    company_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    sales_channel_id bigint NOT NULL,
    CONSTRAINT order_buyer_money_whole CHECK (((((buyer_currency)::text = ''::text) AND (buyer_total IS NULL)) OR (((buyer_currency)::text ~ '^[A-Z]{3}$'::text) AND (buyer_total IS NOT NULL)))),
    CONSTRAINT order_cancelled_has_time CHECK (((NOT ((status)::text = 'cancelled'::text)) OR (cancelled_at IS NOT NULL))),
    CONSTRAINT order_currency_code CHECK (((currency)::text ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT order_held_has_reason CHECK (((NOT ((status)::text = 'held'::text)) OR (NOT (holds = '{}'::character varying(30)[])))),
    CONSTRAINT order_holds_known CHECK ((holds <@ ARRAY['unknown_sku'::character varying(30), 'total_differs'::character varying(30), 'changed_at_source'::character varying(30), 'refund_differs'::character varying(30), 'by_hand'::character varying(30)])),
    CONSTRAINT order_language_known CHECK (((language)::text = ANY ((ARRAY['pl'::character varying, 'en'::character varying])::text[]))),
    CONSTRAINT order_parcels_fit CHECK ((parcels_arrived <= parcels_sent)),
    CONSTRAINT order_payment_known CHECK (((payment_status)::text = ANY ((ARRAY['unpaid'::character varying, 'part_paid'::character varying, 'paid'::character varying, 'part_refunded'::character varying, 'refunded'::character varying])::text[]))),
    CONSTRAINT order_source_filled CHECK (((NOT ((source)::text = ''::text)) AND (NOT ((source_ref)::text = ''::text)))),
    CONSTRAINT order_status_known CHECK (((status)::text = ANY ((ARRAY['new'::character varying, 'held'::character varying, 'confirmed'::character varying, 'part_shipped'::character varying, 'shipped'::character varying, 'completed'::character varying, 'cancelled'::character varying])::text[]))),
    CONSTRAINT order_terms_known CHECK (((payment_terms)::text = ANY ((ARRAY['prepaid'::character varying, 'cod'::character varying, 'on_account'::character varying])::text[]))),
    CONSTRAINT order_total_follows CHECK (((prices_include_tax AND (total = (((((((lines_total - discount_total) + shipping_total) + duty_total) + tip_total) + fee_total) + rounding_total) + identity_difference))) OR ((NOT prices_include_tax) AND (total = ((((((((lines_total - discount_total) + shipping_total) + duty_total) + tip_total) + fee_total) + rounding_total) + tax_total) + identity_difference))))),
    CONSTRAINT orders_order_parcels_arrived_check CHECK ((parcels_arrived >= 0)),
    CONSTRAINT orders_order_parcels_sent_check CHECK ((parcels_sent >= 0))
);


ALTER TABLE public.orders_order ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_order_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.orders_orderaddress (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(200) NOT NULL,
    firm character varying(200) NOT NULL,
    street character varying(200) NOT NULL,
    street2 character varying(200) NOT NULL,
    city character varying(100) NOT NULL,
    postcode character varying(20) NOT NULL,
    region character varying(100) NOT NULL,
    country character varying(2) NOT NULL,
    phone character varying(40) NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT order_address_kind_known CHECK (((kind)::text = ANY ((ARRAY['shipping'::character varying, 'billing'::character varying])::text[])))
);


ALTER TABLE public.orders_orderaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.orders_ordercharge (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    title character varying(200) NOT NULL,
    amount numeric(18,4) NOT NULL,
    discount numeric(18,4) NOT NULL,
    tax_rate numeric(6,3),
    tax numeric(18,4) NOT NULL,
    source_ref character varying(120) NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT order_charge_kind_known CHECK (((kind)::text = ANY ((ARRAY['shipping'::character varying, 'tip'::character varying, 'duty'::character varying, 'fee'::character varying, 'rounding'::character varying])::text[])))
);


ALTER TABLE public.orders_ordercharge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_ordercharge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.orders_orderhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    number character varying(30) NOT NULL,
    source character varying(60) NOT NULL,
    source_ref character varying(120) NOT NULL,
    source_number character varying(60) NOT NULL,
    source_updated_at timestamp with time zone,
    source_digest character varying(64) NOT NULL,
    status character varying(20) NOT NULL,
    holds character varying(30)[] NOT NULL,
    payment_status character varying(20) NOT NULL,
    payment_terms character varying(20) NOT NULL,
    short boolean NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ready_at timestamp with time zone,
    completed_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancel_reason character varying(300) NOT NULL,
    parcels_sent smallint NOT NULL,
    parcels_arrived smallint NOT NULL,
    currency character varying(3) NOT NULL,
    prices_include_tax boolean NOT NULL,
    lines_total numeric(18,4) NOT NULL,
    discount_total numeric(18,4) NOT NULL,
    shipping_total numeric(18,4) NOT NULL,
    duty_total numeric(18,4) NOT NULL,
    tip_total numeric(18,4) NOT NULL,
    fee_total numeric(18,4) NOT NULL,
    rounding_total numeric(18,4) NOT NULL,
    tax_total numeric(18,4) NOT NULL,
    total numeric(18,4) NOT NULL,
    identity_difference numeric(18,4) NOT NULL,
    buyer_currency character varying(3) NOT NULL,
    buyer_total numeric(18,4),
    language character varying(2) NOT NULL,
    delivery_method character varying(200) NOT NULL,
    locations jsonb,
    branch_id bigint,
    company_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    sales_channel_id bigint NOT NULL,
    CONSTRAINT orders_orderhistory_parcels_arrived_check CHECK ((parcels_arrived >= 0)),
    CONSTRAINT orders_orderhistory_parcels_sent_check CHECK ((parcels_sent >= 0))
);


ALTER TABLE public.orders_orderhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.orders_orderline (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    source_line_ref character varying(120) NOT NULL,
    sku character varying(255) NOT NULL,
    title character varying(500) NOT NULL,
    requires_shipping boolean NOT NULL,
    gift_card boolean NOT NULL,
    quantity numeric(14,3) NOT NULL,
    unit_price numeric(18,4) NOT NULL,
    discount numeric(18,4) NOT NULL,
    tax_rate numeric(6,3),
    tax numeric(18,4) NOT NULL,
    total numeric(18,4) NOT NULL,
    reserved numeric(14,3) NOT NULL,
    picked numeric(14,3) NOT NULL,
    shipped numeric(14,3) NOT NULL,
    invoiced numeric(14,3) NOT NULL,
    cancelled numeric(14,3) NOT NULL,
    to_cancel numeric(14,3) NOT NULL,
    returned numeric(14,3) NOT NULL,
    refunded numeric(14,3) NOT NULL,
    order_id bigint NOT NULL,
    variant_id bigint,
    CONSTRAINT order_line_invoiced_fits CHECK ((invoiced <= quantity)),
    CONSTRAINT order_line_none_negative CHECK (((cancelled >= (0)::numeric) AND (invoiced >= (0)::numeric) AND (picked >= (0)::numeric) AND (refunded >= (0)::numeric) AND (reserved >= (0)::numeric) AND (returned >= (0)::numeric) AND (shipped >= (0)::numeric) AND (to_cancel >= (0)::numeric))),
    CONSTRAINT order_line_picked_fits CHECK ((quantity >= ((picked + shipped) + cancelled))),
    CONSTRAINT order_line_quantity CHECK ((quantity > (0)::numeric)),
    CONSTRAINT order_line_refunded_fits CHECK ((refunded <= quantity)),
    CONSTRAINT order_line_reserved_fits CHECK ((quantity >= ((reserved + shipped) + cancelled))),
    CONSTRAINT order_line_returned_fits CHECK ((returned <= shipped)),
    CONSTRAINT order_line_to_cancel_fits CHECK ((quantity >= ((to_cancel + shipped) + cancelled))),
    CONSTRAINT order_line_unknown_not_shipped CHECK (((variant_id IS NOT NULL) OR ((reserved = (0)::numeric) AND (shipped = (0)::numeric)))),
    CONSTRAINT orders_orderline_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.orders_orderline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.orders_orderlinehistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    "position" integer NOT NULL,
    source_line_ref character varying(120) NOT NULL,
    sku character varying(255) NOT NULL,
    title character varying(500) NOT NULL,
    requires_shipping boolean NOT NULL,
    gift_card boolean NOT NULL,
    quantity numeric(14,3) NOT NULL,
    unit_price numeric(18,4) NOT NULL,
    discount numeric(18,4) NOT NULL,
    tax_rate numeric(6,3),
    tax numeric(18,4) NOT NULL,
    total numeric(18,4) NOT NULL,
    reserved numeric(14,3) NOT NULL,
    picked numeric(14,3) NOT NULL,
    shipped numeric(14,3) NOT NULL,
    invoiced numeric(14,3) NOT NULL,
    cancelled numeric(14,3) NOT NULL,
    to_cancel numeric(14,3) NOT NULL,
    returned numeric(14,3) NOT NULL,
    refunded numeric(14,3) NOT NULL,
    order_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    variant_id bigint,
    CONSTRAINT orders_orderlinehistory_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.orders_orderlinehistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderlinehistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.orders_orderrefund (
    id bigint NOT NULL,
    source character varying(60) NOT NULL,
    source_ref character varying(120) NOT NULL,
    reason character varying(300) NOT NULL,
    currency character varying(3) NOT NULL,
    amount numeric(18,4) NOT NULL,
    shipping_amount numeric(18,4) NOT NULL,
    shipping_tax numeric(18,4) NOT NULL,
    adjustment numeric(18,4) NOT NULL,
    tax numeric(18,4) NOT NULL,
    difference numeric(18,4) NOT NULL,
    at timestamp with time zone NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT order_refund_amount CHECK ((amount >= (0)::numeric)),
    CONSTRAINT order_refund_source_filled CHECK (((NOT ((source)::text = ''::text)) AND (NOT ((source_ref)::text = ''::text)))),
    CONSTRAINT order_refund_tax_within CHECK (((tax >= (0)::numeric) AND (tax <= amount)))
);


ALTER TABLE public.orders_orderrefund ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderrefund_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.orders_orderrefundline (
    id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    amount numeric(18,4) NOT NULL,
    tax numeric(18,4) NOT NULL,
    restock character varying(12) NOT NULL,
    order_line_id bigint NOT NULL,
    refund_id bigint NOT NULL,
    CONSTRAINT order_refund_line_quantity CHECK ((quantity >= (0)::numeric)),
    CONSTRAINT order_refund_line_restock_known CHECK (((restock)::text = ANY ((ARRAY['cancel'::character varying, 'return'::character varying, 'no_restock'::character varying])::text[])))
);


ALTER TABLE public.orders_orderrefundline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderrefundline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_branch (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(100) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT branch_code_form CHECK (((code)::text ~ '^[A-Z0-9][A-Z0-9_-]*$'::text))
);


ALTER TABLE public.organisation_branch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_branch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_branchhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(100) NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.organisation_branchhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_branchhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_company (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    legal_name character varying(250) NOT NULL,
    tax_id character varying(20) NOT NULL,
    country character varying(2) NOT NULL,
    currency character varying(3) NOT NULL,
    time_zone character varying(64) NOT NULL,
    language character varying(2) NOT NULL,
    vat_registered boolean NOT NULL,
    street character varying(200) NOT NULL,
    postal_code character varying(20) NOT NULL,
    city character varying(100) NOT NULL,
    valuation character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT company_country_code CHECK (((country)::text ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT company_currency_code CHECK (((currency)::text ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT company_language_known CHECK (((language)::text = ANY ((ARRAY['pl'::character varying, 'en'::character varying])::text[]))),
    CONSTRAINT company_tax_id_compact CHECK (((tax_id)::text ~ '^[A-Z0-9]*$'::text)),
    CONSTRAINT company_valuation_known CHECK (((valuation)::text = ANY ((ARRAY['moving_average'::character varying, 'fifo'::character varying])::text[])))
);


ALTER TABLE public.organisation_company ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_company_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_companyhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    legal_name character varying(250) NOT NULL,
    tax_id character varying(20) NOT NULL,
    country character varying(2) NOT NULL,
    currency character varying(3) NOT NULL,
    time_zone character varying(64) NOT NULL,
    language character varying(2) NOT NULL,
    vat_registered boolean NOT NULL,
    street character varying(200) NOT NULL,
    postal_code character varying(20) NOT NULL,
    city character varying(100) NOT NULL,
    valuation character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.organisation_companyhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_companyhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_department (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(100) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT department_code_form CHECK (((code)::text ~ '^[A-Z0-9][A-Z0-9_-]*$'::text))
);


ALTER TABLE public.organisation_department ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_departmenthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(100) NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.organisation_departmenthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_departmenthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_saleschannel (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(100) NOT NULL,
    kind character varying(20) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT sales_channel_code_form CHECK (((code)::text ~ '^[A-Z0-9][A-Z0-9_-]*$'::text)),
    CONSTRAINT sales_channel_kind_known CHECK (((kind)::text = ANY ((ARRAY['web_shop'::character varying, 'marketplace'::character varying, 'shop'::character varying, 'phone'::character varying, 'wholesale'::character varying])::text[])))
);


ALTER TABLE public.organisation_saleschannel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_saleschannel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_saleschannelhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(100) NOT NULL,
    kind character varying(20) NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.organisation_saleschannelhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_saleschannelhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.payments_tender (
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    source character varying(60) NOT NULL,
    remote_id character varying(120) NOT NULL,
    method character varying(20) NOT NULL,
    gateway character varying(60) NOT NULL,
    amount numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    state character varying(20) NOT NULL,
    reference character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT tender_amount_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT tender_currency_code CHECK (((currency)::text ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT tender_method_known CHECK (((method)::text = ANY ((ARRAY['card'::character varying, 'transfer'::character varying, 'cod'::character varying, 'gift_card'::character varying, 'store_credit'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT tender_state_known CHECK (((state)::text = ANY ((ARRAY['pending'::character varying, 'authorised'::character varying, 'paid'::character varying, 'failed'::character varying, 'voided'::character varying])::text[])))
);


ALTER TABLE public.payments_tender ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_tender_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.payments_tenderbalance (
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    currency character varying(3) NOT NULL,
    paid numeric(18,4) NOT NULL,
    refunded numeric(18,4) NOT NULL,
    CONSTRAINT tender_balance_refunds_within_paid CHECK (((refunded >= (0)::numeric) AND (refunded <= paid)))
);


ALTER TABLE public.payments_tenderbalance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_tenderbalance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.payments_tenderhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    source character varying(60) NOT NULL,
    remote_id character varying(120) NOT NULL,
    method character varying(20) NOT NULL,
    gateway character varying(60) NOT NULL,
    amount numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    state character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.payments_tenderhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_tenderhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.payments_tenderrefund (
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    source character varying(60) NOT NULL,
    remote_id character varying(120) NOT NULL,
    amount numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    state character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    tender_id bigint,
    CONSTRAINT tender_refund_amount_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT tender_refund_currency_code CHECK (((currency)::text ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT tender_refund_state_known CHECK (((state)::text = ANY ((ARRAY['pending'::character varying, 'done'::character varying, 'failed'::character varying])::text[])))
);


ALTER TABLE public.payments_tenderrefund ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_tenderrefund_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.payments_tenderrefundhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    owner_kind character varying(60) NOT NULL,
    owner_key character varying(60) NOT NULL,
    source character varying(60) NOT NULL,
    remote_id character varying(120) NOT NULL,
    amount numeric(18,4) NOT NULL,
    currency character varying(3) NOT NULL,
    state character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    tender_id bigint
);


ALTER TABLE public.payments_tenderrefundhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_tenderrefundhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);


CREATE TABLE public.pricing_price (
    id bigint NOT NULL,
    min_quantity numeric(14,3) NOT NULL,
    amount numeric(18,4) NOT NULL,
    valid_from date,
    valid_to date,
    company_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    price_list_id bigint NOT NULL,
    CONSTRAINT price_ends_after_start CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT price_not_negative CHECK ((amount >= (0)::numeric)),
    CONSTRAINT price_quantity_positive CHECK ((min_quantity > (0)::numeric))
);


ALTER TABLE public.pricing_price ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_price_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.pricing_pricehistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    min_quantity numeric(14,3) NOT NULL,
    amount numeric(18,4) NOT NULL,
    valid_from date,
    valid_to date,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    price_list_id bigint NOT NULL,
    variant_id bigint NOT NULL
);


ALTER TABLE public.pricing_pricehistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_pricehistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.pricing_pricelist (
    id bigint NOT NULL,
    code character varying(30) NOT NULL,
    name character varying(100) NOT NULL,
    currency character varying(3) NOT NULL,
    includes_tax boolean NOT NULL,
    valid_from date,
    valid_to date,
    company_id bigint NOT NULL,
    CONSTRAINT price_list_currency_code CHECK (((currency)::text ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT price_list_ends_after_start CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from)))
);


ALTER TABLE public.pricing_pricelist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_pricelist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.pricing_pricelisthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    code character varying(30) NOT NULL,
    name character varying(100) NOT NULL,
    currency character varying(3) NOT NULL,
    includes_tax boolean NOT NULL,
    valid_from date,
    valid_to date,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);


ALTER TABLE public.pricing_pricelisthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pricing_pricelisthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.search_searchentry (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    key character varying(60) NOT NULL,
    permission character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    detail character varying(300) NOT NULL,
    code character varying(80) NOT NULL,
    words text NOT NULL,
    company_id bigint NOT NULL
);


ALTER TABLE public.search_searchentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.shipping_shipment (
    id bigint NOT NULL,
    number character varying(40) NOT NULL,
    status character varying(20) NOT NULL,
    automatic boolean NOT NULL,
    weight_g integer,
    planned_at timestamp with time zone NOT NULL,
    packed_at timestamp with time zone,
    dispatched_at timestamp with time zone,
    delivered_at timestamp with time zone,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL,
    method_id bigint,
    order_id bigint NOT NULL,
    CONSTRAINT shipment_dispatched_has_time CHECK (((dispatched_at IS NOT NULL) OR (NOT ((status)::text = ANY ((ARRAY['dispatched'::character varying, 'delivered'::character varying, 'returned'::character varying, 'lost'::character varying])::text[]))))),
    CONSTRAINT shipment_status CHECK (((status)::text = ANY ((ARRAY['planned'::character varying, 'picking'::character varying, 'packed'::character varying, 'dispatched'::character varying, 'delivered'::character varying, 'returned'::character varying, 'lost'::character varying, 'cancelled'::character varying])::text[]))),
    CONSTRAINT shipping_shipment_weight_g_check CHECK ((weight_g >= 0))
);


ALTER TABLE public.shipping_shipment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_shipment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.shipping_shipmenthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    number character varying(40) NOT NULL,
    status character varying(20) NOT NULL,
    automatic boolean NOT NULL,
    weight_g integer,
    planned_at timestamp with time zone NOT NULL,
    packed_at timestamp with time zone,
    dispatched_at timestamp with time zone,
    delivered_at timestamp with time zone,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL,
    method_id bigint,
    order_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT shipping_shipmenthistory_weight_g_check CHECK ((weight_g >= 0))
);


ALTER TABLE public.shipping_shipmenthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_shipmenthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.shipping_shipmentline (
    id bigint NOT NULL,
    quantity numeric(14,3) NOT NULL,
    per_unit numeric(14,3) NOT NULL,
    picked numeric(14,3) NOT NULL,
    location_id bigint NOT NULL,
    order_line_id bigint NOT NULL,
    shipment_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT shipment_line_picked CHECK (((picked >= (0)::numeric) AND (picked <= quantity))),
    CONSTRAINT shipment_line_quantity CHECK (((per_unit > (0)::numeric) AND (quantity > (0)::numeric)))
);


ALTER TABLE public.shipping_shipmentline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_shipmentline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.shipping_shippingrule (
    id bigint NOT NULL,
    automatic boolean NOT NULL,
    phone character varying(30) NOT NULL,
    email character varying(254) NOT NULL,
    box_length_mm integer NOT NULL,
    box_width_mm integer NOT NULL,
    box_height_mm integer NOT NULL,
    box_weight_g integer NOT NULL,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL,
    CONSTRAINT shipping_shippingrule_box_height_mm_check CHECK ((box_height_mm >= 0)),
    CONSTRAINT shipping_shippingrule_box_length_mm_check CHECK ((box_length_mm >= 0)),
    CONSTRAINT shipping_shippingrule_box_weight_g_check CHECK ((box_weight_g >= 0)),
    CONSTRAINT shipping_shippingrule_box_width_mm_check CHECK ((box_width_mm >= 0))
);


ALTER TABLE public.shipping_shippingrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_shippingrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.shipping_shippingrulehistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    automatic boolean NOT NULL,
    phone character varying(30) NOT NULL,
    email character varying(254) NOT NULL,
    box_length_mm integer NOT NULL,
    box_width_mm integer NOT NULL,
    box_height_mm integer NOT NULL,
    box_weight_g integer NOT NULL,
    company_id bigint NOT NULL,
    location_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT shipping_shippingrulehistory_box_height_mm_check CHECK ((box_height_mm >= 0)),
    CONSTRAINT shipping_shippingrulehistory_box_length_mm_check CHECK ((box_length_mm >= 0)),
    CONSTRAINT shipping_shippingrulehistory_box_weight_g_check CHECK ((box_weight_g >= 0)),
    CONSTRAINT shipping_shippingrulehistory_box_width_mm_check CHECK ((box_width_mm >= 0))
);


ALTER TABLE public.shipping_shippingrulehistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_shippingrulehistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);


ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);


ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sync_accountlocation (
    id bigint NOT NULL,
    remote_id character varying(120) NOT NULL,
    name character varying(120) NOT NULL,
    warehouse_id bigint,
    account_id bigint NOT NULL
);


ALTER TABLE public.sync_accountlocation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sync_accountlocation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sync_accountlocationhistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    remote_id character varying(120) NOT NULL,
    name character varying(120) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    warehouse_id bigint,
    account_id bigint NOT NULL
);


ALTER TABLE public.sync_accountlocationhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sync_accountlocationhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sync_binding (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    remote_id character varying(120) NOT NULL,
    local_kind character varying(60) NOT NULL,
    local_key character varying(60) NOT NULL,
    remote_version character varying(60) NOT NULL,
    extra jsonb NOT NULL,
    gone boolean NOT NULL,
    bound_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    CONSTRAINT binding_kind_known CHECK (((kind)::text = ANY ((ARRAY['order'::character varying, 'product'::character varying, 'variant'::character varying, 'stock_item'::character varying, 'customer'::character varying, 'stock'::character varying, 'app'::character varying])::text[])))
);


ALTER TABLE public.sync_binding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sync_binding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sync_budget (
    account_id bigint NOT NULL,
    available numeric(12,2) NOT NULL,
    maximum numeric(12,2) NOT NULL,
    per_second numeric(12,2) NOT NULL,
    as_of timestamp with time zone NOT NULL,
    blocked_until timestamp with time zone,
    calls bigint NOT NULL,
    throttled bigint NOT NULL,
    CONSTRAINT budget_within CHECK (((available <= maximum) AND (maximum > (0)::numeric) AND (per_second > (0)::numeric)))
);


CREATE TABLE public.sync_channelaccount (
    id bigint NOT NULL,
    seal uuid NOT NULL,
    channel character varying(20) NOT NULL,
    name character varying(80) NOT NULL,
    settings jsonb NOT NULL,
    access_token text NOT NULL,
    webhook_secret text NOT NULL,
    previous_webhook_secret text NOT NULL,
    status character varying(20) NOT NULL,
    problem character varying(300) NOT NULL,
    orders_since timestamp with time zone,
    polled_at timestamp with time zone,
    reconciled_at timestamp with time zone,
    connected_at timestamp with time zone,
    company_id bigint NOT NULL,
    sales_channel_id bigint NOT NULL,
    CONSTRAINT channel_account_status CHECK (((status)::text = ANY ((ARRAY['connecting'::character varying, 'live'::character varying, 'paused'::character varying, 'broken'::character varying])::text[])))
);


ALTER TABLE public.sync_channelaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sync_channelaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sync_channelaccounthistory (
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_id bigint NOT NULL,
    pgh_context jsonb,
    id bigint NOT NULL,
    seal uuid NOT NULL,
    channel character varying(20) NOT NULL,
    name character varying(80) NOT NULL,
    settings jsonb NOT NULL,
    status character varying(20) NOT NULL,
    connected_at timestamp with time zone,
    company_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    sales_channel_id bigint NOT NULL
);


ALTER TABLE public.sync_channelaccounthistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sync_channelaccounthistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sync_desiredstate (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    subject character varying(120) NOT NULL,
    desired jsonb NOT NULL,
    expected jsonb,
    version bigint NOT NULL,
    acknowledged_version bigint NOT NULL,
    attempt integer NOT NULL,
    failures smallint NOT NULL,
    last_error character varying(300) NOT NULL,
    pending boolean NOT NULL,
    wanted_since timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    account_id bigint NOT NULL,
    CONSTRAINT desired_state_kind CHECK (((kind)::text = ANY ((ARRAY['stock'::character varying, 'tracking'::character varying])::text[]))),
    CONSTRAINT sync_desiredstate_acknowledged_version_check CHECK ((acknowledged_version >= 0)),
    CONSTRAINT sync_desiredstate_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT sync_desiredstate_failures_check CHECK ((failures >= 0)),
    CONSTRAINT sync_desiredstate_version_check CHECK ((version >= 0))
);


ALTER TABLE public.sync_desiredstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sync_desiredstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sync_inboundmessage (
    id bigint NOT NULL,
    topic character varying(60) NOT NULL,
    external_id character varying(120) NOT NULL,
    delivery_id character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    remote_id character varying(120) NOT NULL,
    body bytea NOT NULL,
    status character varying(10) NOT NULL,
    error character varying(300) NOT NULL,
    copies integer NOT NULL,
    sent_at timestamp with time zone,
    received_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    account_id bigint NOT NULL,
    CONSTRAINT inbound_message_status CHECK (((status)::text = ANY ((ARRAY['new'::character varying, 'done'::character varying, 'dead'::character varying])::text[]))),
    CONSTRAINT sync_inboundmessage_copies_check CHECK ((copies >= 0))
);


ALTER TABLE public.sync_inboundmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sync_inboundmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sync_refusal (
    id bigint NOT NULL,
    reason character varying(30) NOT NULL,
    "on" date NOT NULL,
    count integer NOT NULL,
    account_id bigint,
    CONSTRAINT sync_refusal_count_check CHECK ((count >= 0))
);


ALTER TABLE public.sync_refusal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sync_refusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sync_syncrun (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    seen integer NOT NULL,
    found integer NOT NULL,
    findings jsonb NOT NULL,
    error character varying(300) NOT NULL,
    account_id bigint NOT NULL,
    CONSTRAINT sync_run_kind CHECK (((kind)::text = ANY ((ARRAY['poll'::character varying, 'reconcile'::character varying, 'connect'::character varying])::text[]))),
    CONSTRAINT sync_syncrun_found_check CHECK ((found >= 0)),
    CONSTRAINT sync_syncrun_seen_check CHECK ((seen >= 0))
);


ALTER TABLE public.sync_syncrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sync_syncrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.web_comment (
    id bigint NOT NULL,
    subject_kind character varying(60) NOT NULL,
    subject_key character varying(60) NOT NULL,
    author_kind character varying(20) NOT NULL,
    author_key character varying(80) NOT NULL,
    text text NOT NULL,
    mentions jsonb NOT NULL,
    request_key uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT comment_says_something CHECK ((NOT (text = ''::text)))
);


ALTER TABLE public.web_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.web_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.web_idempotentcall (
    id bigint NOT NULL,
    client character varying(120) NOT NULL,
    key character varying(200) NOT NULL,
    request_hash character varying(64) NOT NULL,
    status smallint NOT NULL,
    body text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT idempotent_call_succeeded CHECK (((status >= 200) AND (status <= 299))),
    CONSTRAINT web_idempotentcall_status_check CHECK ((status >= 0))
);


ALTER TABLE public.web_idempotentcall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.web_idempotentcall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.web_notice (
    id bigint NOT NULL,
    person_key character varying(80) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    comment_id bigint NOT NULL,
    CONSTRAINT notice_read_after_made CHECK (((read_at IS NULL) OR (read_at >= created_at)))
);


ALTER TABLE public.web_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.web_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.web_savedview (
    id bigint NOT NULL,
    list_name character varying(120) NOT NULL,
    name character varying(60) NOT NULL,
    owner_kind character varying(20) NOT NULL,
    owner_key character varying(80) NOT NULL,
    shared boolean NOT NULL,
    query character varying(2000) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT saved_view_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);


ALTER TABLE public.web_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.web_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workqueue_workitem (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    about_kind character varying(60) NOT NULL,
    about_key character varying(60) NOT NULL,
    params jsonb NOT NULL,
    state character varying(10) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_by character varying(100) NOT NULL,
    company_id bigint NOT NULL,
    owner_id bigint,
    CONSTRAINT work_item_closed_has_time CHECK ((((state)::text = 'open'::text) OR (closed_at IS NOT NULL))),
    CONSTRAINT work_item_state CHECK (((state)::text = ANY ((ARRAY['open'::character varying, 'done'::character varying, 'dismissed'::character varying])::text[])))
);


ALTER TABLE public.workqueue_workitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workqueue_workitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE ONLY public.finance_account
    ADD CONSTRAINT account_code_once UNIQUE (company_id, code);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sync_accountlocation
    ADD CONSTRAINT account_location_once UNIQUE (account_id, remote_id);


ALTER TABLE ONLY public.finance_accountmapping
    ADD CONSTRAINT account_mapping_once UNIQUE (company_id, role);


ALTER TABLE ONLY public.accounts_apikey
    ADD CONSTRAINT accounts_apikey_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_apikey
    ADD CONSTRAINT accounts_apikey_prefix_key UNIQUE (prefix);


ALTER TABLE ONLY public.accounts_apikeyhistory
    ADD CONSTRAINT accounts_apikeyhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_membershiphistory
    ADD CONSTRAINT accounts_membershiphistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);


ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_userhistory
    ADD CONSTRAINT accounts_userhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.crm_address
    ADD CONSTRAINT address_once UNIQUE (customer_id, digest);


ALTER TABLE ONLY public.finance_auditfinding
    ADD CONSTRAINT audit_finding_once UNIQUE (run_id, name);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);


ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);


ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_barcode
    ADD CONSTRAINT barcode_once UNIQUE (company_id, code);


ALTER TABLE ONLY public.sync_binding
    ADD CONSTRAINT binding_remote_once UNIQUE (account_id, kind, remote_id);


ALTER TABLE ONLY public.organisation_branch
    ADD CONSTRAINT branch_code_once UNIQUE (company_id, code);


ALTER TABLE ONLY public.organisation_branch
    ADD CONSTRAINT branch_with_company UNIQUE (id, company_id);


ALTER TABLE ONLY public.carriers_carrieraccount
    ADD CONSTRAINT carrier_account_name_once UNIQUE (company_id, name);


ALTER TABLE ONLY public.carriers_carrieraccount
    ADD CONSTRAINT carriers_carrieraccount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.carriers_carrieraccount
    ADD CONSTRAINT carriers_carrieraccount_seal_key UNIQUE (seal);


ALTER TABLE ONLY public.carriers_carrieraccounthistory
    ADD CONSTRAINT carriers_carrieraccounthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.carriers_deliverymethod
    ADD CONSTRAINT carriers_deliverymethod_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.carriers_deliverymethodhistory
    ADD CONSTRAINT carriers_deliverymethodhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.carriers_label
    ADD CONSTRAINT carriers_label_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.carriers_labelhistory
    ADD CONSTRAINT carriers_labelhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.carriers_trackingreport
    ADD CONSTRAINT carriers_trackingreport_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_barcode
    ADD CONSTRAINT catalog_barcode_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_barcodehistory
    ADD CONSTRAINT catalog_barcodehistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.catalog_importrow
    ADD CONSTRAINT catalog_importrow_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_importrun
    ADD CONSTRAINT catalog_importrun_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_kitcomponent
    ADD CONSTRAINT catalog_kitcomponent_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_kitcomponenthistory
    ADD CONSTRAINT catalog_kitcomponenthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_picturehistory
    ADD CONSTRAINT catalog_picturehistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_producthistory
    ADD CONSTRAINT catalog_producthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.catalog_productoption
    ADD CONSTRAINT catalog_productoption_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_productoptionhistory
    ADD CONSTRAINT catalog_productoptionhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.catalog_producttext
    ADD CONSTRAINT catalog_producttext_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_producttexthistory
    ADD CONSTRAINT catalog_producttexthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.catalog_unit
    ADD CONSTRAINT catalog_unit_code_key UNIQUE (code);


ALTER TABLE ONLY public.catalog_unit
    ADD CONSTRAINT catalog_unit_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT catalog_variant_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_varianthistory
    ADD CONSTRAINT catalog_varianthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.sync_channelaccount
    ADD CONSTRAINT channel_account_name_once UNIQUE (company_id, name);


ALTER TABLE ONLY public.inventory_countline
    ADD CONSTRAINT count_line_once UNIQUE (count_id, location_id, variant_id);


ALTER TABLE ONLY public.crm_address
    ADD CONSTRAINT crm_address_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.crm_customer
    ADD CONSTRAINT crm_customer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.crm_customeremail
    ADD CONSTRAINT crm_customeremail_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.crm_customeremailhistory
    ADD CONSTRAINT crm_customeremailhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.crm_customerhistory
    ADD CONSTRAINT crm_customerhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.crm_customeridentity
    ADD CONSTRAINT crm_customeridentity_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.crm_customeridentityhistory
    ADD CONSTRAINT crm_customeridentityhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.crm_customeremail
    ADD CONSTRAINT customer_email_once UNIQUE (customer_id, address);


ALTER TABLE ONLY public.crm_customeridentity
    ADD CONSTRAINT customer_identity_once UNIQUE (source, remote_id);


ALTER TABLE ONLY public.crm_customer
    ADD CONSTRAINT customer_with_company UNIQUE (id, company_id);


ALTER TABLE ONLY public.crm_customer
    ADD CONSTRAINT customer_with_place UNIQUE (id, company_id, is_canonical);


ALTER TABLE ONLY public.carriers_deliverymethod
    ADD CONSTRAINT delivery_method_code_once UNIQUE (company_id, code);


ALTER TABLE ONLY public.events_delivery
    ADD CONSTRAINT delivery_once UNIQUE (event_id, handler);


ALTER TABLE ONLY public.organisation_department
    ADD CONSTRAINT department_code_once UNIQUE (company_id, code);


ALTER TABLE ONLY public.sync_desiredstate
    ADD CONSTRAINT desired_state_once UNIQUE (account_id, kind, subject);


ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_celery_beat_clockedschedule
    ADD CONSTRAINT django_celery_beat_clockedschedule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_celery_beat_crontabschedule
    ADD CONSTRAINT django_celery_beat_crontabschedule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_celery_beat_intervalschedule
    ADD CONSTRAINT django_celery_beat_intervalschedule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_celery_beat_periodictask
    ADD CONSTRAINT django_celery_beat_periodictask_name_key UNIQUE (name);


ALTER TABLE ONLY public.django_celery_beat_periodictask
    ADD CONSTRAINT django_celery_beat_periodictask_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_celery_beat_periodictasks
    ADD CONSTRAINT django_celery_beat_periodictasks_pkey PRIMARY KEY (ident);


ALTER TABLE ONLY public.django_celery_beat_solarschedule
    ADD CONSTRAINT django_celery_beat_solar_event_latitude_longitude_ba64999a_uniq UNIQUE (event, latitude, longitude);


ALTER TABLE ONLY public.django_celery_beat_solarschedule
    ADD CONSTRAINT django_celery_beat_solarschedule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT document_stored_once UNIQUE (owner_kind, owner_key, kind, sha256);


ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.documents_documenthistory
    ADD CONSTRAINT documents_documenthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.documents_documentread
    ADD CONSTRAINT documents_documentread_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_entry
    ADD CONSTRAINT entry_once_per_act UNIQUE (origin_kind, origin_key, purpose);


ALTER TABLE ONLY public.events_delivery
    ADD CONSTRAINT events_delivery_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_event
    ADD CONSTRAINT events_event_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_eventsubject
    ADD CONSTRAINT events_eventsubject_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.fiscal_exchangerate
    ADD CONSTRAINT exchange_rate_once_a_day UNIQUE (base, quote, "on");


ALTER TABLE ONLY public.finance_account
    ADD CONSTRAINT finance_account_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_accounthistory
    ADD CONSTRAINT finance_accounthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.finance_accountmapping
    ADD CONSTRAINT finance_accountmapping_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_accountmappinghistory
    ADD CONSTRAINT finance_accountmappinghistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.finance_auditfinding
    ADD CONSTRAINT finance_auditfinding_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_auditrun
    ADD CONSTRAINT finance_auditrun_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_entry
    ADD CONSTRAINT finance_entry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_entry
    ADD CONSTRAINT finance_entry_reverses_id_key UNIQUE (reverses_id);


ALTER TABLE ONLY public.finance_entryline
    ADD CONSTRAINT finance_entryline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_invoice
    ADD CONSTRAINT finance_invoice_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_invoicebuyer
    ADD CONSTRAINT finance_invoicebuyer_invoice_id_key UNIQUE (invoice_id);


ALTER TABLE ONLY public.finance_invoicebuyer
    ADD CONSTRAINT finance_invoicebuyer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_invoiceline
    ADD CONSTRAINT finance_invoiceline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_invoicetax
    ADD CONSTRAINT finance_invoicetax_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.fiscal_exchangerate
    ADD CONSTRAINT fiscal_exchangerate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.fiscal_numbercounter
    ADD CONSTRAINT fiscal_numbercounter_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.fiscal_numberseries
    ADD CONSTRAINT fiscal_numberseries_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.fiscal_numberserieshistory
    ADD CONSTRAINT fiscal_numberserieshistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.fiscal_taxclass
    ADD CONSTRAINT fiscal_taxclass_code_key UNIQUE (code);


ALTER TABLE ONLY public.fiscal_taxclass
    ADD CONSTRAINT fiscal_taxclass_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.fiscal_taxclasshistory
    ADD CONSTRAINT fiscal_taxclasshistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.fiscal_taxrate
    ADD CONSTRAINT fiscal_taxrate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.fiscal_taxratehistory
    ADD CONSTRAINT fiscal_taxratehistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobjectperm_group_id_permission_id_o_3f189f7c_uniq UNIQUE (group_id, permission_id, object_pk);


ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobjectpermission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectpermi_user_id_permission_id_ob_b0b3d2fc_uniq UNIQUE (user_id, permission_id, object_pk);


ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectpermission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.web_idempotentcall
    ADD CONSTRAINT idempotency_key_once UNIQUE (client, key);


ALTER TABLE ONLY public.catalog_importrow
    ADD CONSTRAINT import_row_once UNIQUE (run_id, number);


ALTER TABLE ONLY public.sync_inboundmessage
    ADD CONSTRAINT inbound_message_once UNIQUE (account_id, topic, external_id);


ALTER TABLE ONLY public.inventory_countline
    ADD CONSTRAINT inventory_countline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_countlinehistory
    ADD CONSTRAINT inventory_countlinehistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.inventory_goodsin
    ADD CONSTRAINT inventory_goodsin_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_goodsinhistory
    ADD CONSTRAINT inventory_goodsinhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT inventory_location_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_locationhistory
    ADD CONSTRAINT inventory_locationhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.inventory_reservation
    ADD CONSTRAINT inventory_reservation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_shortage
    ADD CONSTRAINT inventory_shortage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_stockcount
    ADD CONSTRAINT inventory_stockcount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_stockcounthistory
    ADD CONSTRAINT inventory_stockcounthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.inventory_stocklevel
    ADD CONSTRAINT inventory_stocklevel_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_stockmove
    ADD CONSTRAINT inventory_stockmove_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_transfer
    ADD CONSTRAINT inventory_transfer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_transferhistory
    ADD CONSTRAINT inventory_transferhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.inventory_transferline
    ADD CONSTRAINT inventory_transferline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_transferlinehistory
    ADD CONSTRAINT inventory_transferlinehistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.inventory_variantcost
    ADD CONSTRAINT inventory_variantcost_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.finance_invoiceline
    ADD CONSTRAINT invoice_line_position UNIQUE (invoice_id, "position");


ALTER TABLE ONLY public.finance_invoice
    ADD CONSTRAINT invoice_number_once UNIQUE (company_id, number);


ALTER TABLE ONLY public.finance_invoice
    ADD CONSTRAINT invoice_once_per_cause UNIQUE NULLS NOT DISTINCT (order_id, kind, origin_kind, origin_key, corrects_id);


ALTER TABLE ONLY public.finance_invoicetax
    ADD CONSTRAINT invoice_tax_once UNIQUE NULLS NOT DISTINCT (invoice_id, tax_kind, tax_rate);


ALTER TABLE ONLY public.jobs_job
    ADD CONSTRAINT jobs_job_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_kitcomponent
    ADD CONSTRAINT kit_component_once UNIQUE (kit_id, component_id);


ALTER TABLE ONLY public.carriers_label
    ADD CONSTRAINT label_attempt_once UNIQUE (owner_kind, owner_key, attempt);


ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT location_code_once UNIQUE (company_id, code);


ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT location_with_company UNIQUE (id, company_id);


ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT location_with_use UNIQUE (id, holds_stock);


ALTER TABLE ONLY public.mail_mailtemplate
    ADD CONSTRAINT mail_mailtemplate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_mailtemplatehistory
    ADD CONSTRAINT mail_mailtemplatehistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.mail_message
    ADD CONSTRAINT mail_message_header_id_key UNIQUE (header_id);


ALTER TABLE ONLY public.mail_message
    ADD CONSTRAINT mail_message_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_mailtemplate
    ADD CONSTRAINT mail_template_once UNIQUE (company_id, code, language);


ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT membership_once UNIQUE NULLS NOT DISTINCT (user_id, company_id, role, branch_id);


ALTER TABLE ONLY public.mail_message
    ADD CONSTRAINT message_once UNIQUE (company_id, key);


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.web_notice
    ADD CONSTRAINT notice_once_per_comment UNIQUE (comment_id, person_key);


ALTER TABLE ONLY public.fiscal_numbercounter
    ADD CONSTRAINT number_counter_once UNIQUE (series_id, period);


ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_accesstoken_id_token_id_key UNIQUE (id_token_id);


ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_accesstoken_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_accesstoken_source_refresh_token_id_key UNIQUE (source_refresh_token_id);


ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_accesstoken_token_checksum_85319a26_uniq UNIQUE (token_checksum);


ALTER TABLE ONLY public.oauth2_provider_application
    ADD CONSTRAINT oauth2_provider_application_client_id_key UNIQUE (client_id);


ALTER TABLE ONLY public.oauth2_provider_application
    ADD CONSTRAINT oauth2_provider_application_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.oauth2_provider_devicegrant
    ADD CONSTRAINT oauth2_provider_devicegrant_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.oauth2_provider_devicegrant
    ADD CONSTRAINT oauth2_provider_devicegrant_unique_device_code UNIQUE (device_code);


ALTER TABLE ONLY public.oauth2_provider_grant
    ADD CONSTRAINT oauth2_provider_grant_code_key UNIQUE (code);


ALTER TABLE ONLY public.oauth2_provider_grant
    ADD CONSTRAINT oauth2_provider_grant_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.oauth2_provider_idtoken
    ADD CONSTRAINT oauth2_provider_idtoken_jti_key UNIQUE (jti);


ALTER TABLE ONLY public.oauth2_provider_idtoken
    ADD CONSTRAINT oauth2_provider_idtoken_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refresht_token_checksum_revoked_46c81d1d_uniq UNIQUE (token_checksum, revoked);


ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refreshtoken_access_token_id_key UNIQUE (access_token_id);


ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refreshtoken_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.orders_orderaddress
    ADD CONSTRAINT order_address_once UNIQUE (order_id, kind);


ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT order_line_once UNIQUE (order_id, source_line_ref);


ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT order_line_position UNIQUE (order_id, "position");


ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT order_number_once UNIQUE (company_id, number);


ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT order_once UNIQUE (source, source_ref);


ALTER TABLE ONLY public.orders_orderrefund
    ADD CONSTRAINT order_refund_once UNIQUE (source, source_ref);


ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.orders_orderaddress
    ADD CONSTRAINT orders_orderaddress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.orders_ordercharge
    ADD CONSTRAINT orders_ordercharge_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.orders_orderhistory
    ADD CONSTRAINT orders_orderhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.orders_orderlinehistory
    ADD CONSTRAINT orders_orderlinehistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.orders_orderrefund
    ADD CONSTRAINT orders_orderrefund_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.orders_orderrefundline
    ADD CONSTRAINT orders_orderrefundline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_branch
    ADD CONSTRAINT organisation_branch_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_branchhistory
    ADD CONSTRAINT organisation_branchhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.organisation_company
    ADD CONSTRAINT organisation_company_name_key UNIQUE (name);


ALTER TABLE ONLY public.organisation_company
    ADD CONSTRAINT organisation_company_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_companyhistory
    ADD CONSTRAINT organisation_companyhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.organisation_department
    ADD CONSTRAINT organisation_department_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_departmenthistory
    ADD CONSTRAINT organisation_departmenthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.organisation_saleschannel
    ADD CONSTRAINT organisation_saleschannel_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_saleschannelhistory
    ADD CONSTRAINT organisation_saleschannelhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.payments_tender
    ADD CONSTRAINT payments_tender_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.payments_tenderbalance
    ADD CONSTRAINT payments_tenderbalance_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.payments_tenderhistory
    ADD CONSTRAINT payments_tenderhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.payments_tenderrefund
    ADD CONSTRAINT payments_tenderrefund_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.payments_tenderrefundhistory
    ADD CONSTRAINT payments_tenderrefundhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT picture_once UNIQUE (product_id, document_id);


ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT price_list_once UNIQUE (company_id, code);


ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT price_list_with_company UNIQUE (id, company_id);


ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT price_one_a_day EXCLUDE USING gist (price_list_id WITH =, variant_id WITH =, min_quantity WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);


ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT pricing_price_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.pricing_pricehistory
    ADD CONSTRAINT pricing_pricehistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT pricing_pricelist_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.pricing_pricelisthistory
    ADD CONSTRAINT pricing_pricelisthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.catalog_productoption
    ADD CONSTRAINT product_option_name UNIQUE (product_id, name);


ALTER TABLE ONLY public.catalog_productoption
    ADD CONSTRAINT product_option_place UNIQUE (product_id, "position");


ALTER TABLE ONLY public.catalog_producttext
    ADD CONSTRAINT product_text_once UNIQUE (product_id, language);


ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT product_with_company UNIQUE (id, company_id);


ALTER TABLE ONLY public.sync_refusal
    ADD CONSTRAINT refusal_once_a_day UNIQUE NULLS NOT DISTINCT (account_id, reason, "on");


ALTER TABLE ONLY public.inventory_reservation
    ADD CONSTRAINT reservation_once UNIQUE (owner_kind, owner_key, line_key, variant_id, location_id);


ALTER TABLE ONLY public.organisation_saleschannel
    ADD CONSTRAINT sales_channel_code_once UNIQUE (company_id, code);


ALTER TABLE ONLY public.web_savedview
    ADD CONSTRAINT saved_view_once_per_owner UNIQUE (list_name, owner_kind, owner_key, name);


ALTER TABLE ONLY public.search_searchentry
    ADD CONSTRAINT search_entry_once UNIQUE (kind, key);


ALTER TABLE ONLY public.search_searchentry
    ADD CONSTRAINT search_searchentry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.shipping_shipmentline
    ADD CONSTRAINT shipment_line_once UNIQUE (shipment_id, order_line_id, variant_id, location_id);


ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipment_number_once UNIQUE (company_id, number);


ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipping_shipment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.shipping_shipmenthistory
    ADD CONSTRAINT shipping_shipmenthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.shipping_shipmentline
    ADD CONSTRAINT shipping_shipmentline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.shipping_shippingrule
    ADD CONSTRAINT shipping_shippingrule_location_id_key UNIQUE (location_id);


ALTER TABLE ONLY public.shipping_shippingrule
    ADD CONSTRAINT shipping_shippingrule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.shipping_shippingrulehistory
    ADD CONSTRAINT shipping_shippingrulehistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.inventory_shortage
    ADD CONSTRAINT shortage_once UNIQUE (owner_kind, owner_key, line_key, variant_id);


ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);


ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.inventory_stocklevel
    ADD CONSTRAINT stock_level_once UNIQUE (variant_id, location_id);


ALTER TABLE ONLY public.inventory_stocklevel
    ADD CONSTRAINT stock_level_with_company UNIQUE (variant_id, location_id, company_id);


ALTER TABLE ONLY public.inventory_stockmove
    ADD CONSTRAINT stock_move_group_once UNIQUE (origin_kind, origin_key, purpose, "position");


ALTER TABLE ONLY public.events_eventsubject
    ADD CONSTRAINT subject_once UNIQUE (kind, key, event_id);


ALTER TABLE ONLY public.sync_accountlocation
    ADD CONSTRAINT sync_accountlocation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sync_accountlocationhistory
    ADD CONSTRAINT sync_accountlocationhistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.sync_binding
    ADD CONSTRAINT sync_binding_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sync_budget
    ADD CONSTRAINT sync_budget_pkey PRIMARY KEY (account_id);


ALTER TABLE ONLY public.sync_channelaccount
    ADD CONSTRAINT sync_channelaccount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sync_channelaccount
    ADD CONSTRAINT sync_channelaccount_seal_key UNIQUE (seal);


ALTER TABLE ONLY public.sync_channelaccounthistory
    ADD CONSTRAINT sync_channelaccounthistory_pkey PRIMARY KEY (pgh_id);


ALTER TABLE ONLY public.sync_desiredstate
    ADD CONSTRAINT sync_desiredstate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sync_inboundmessage
    ADD CONSTRAINT sync_inboundmessage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sync_refusal
    ADD CONSTRAINT sync_refusal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sync_syncrun
    ADD CONSTRAINT sync_syncrun_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.fiscal_taxrate
    ADD CONSTRAINT tax_rate_one_a_day EXCLUDE USING gist (country WITH =, tax_class_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);


ALTER TABLE ONLY public.payments_tenderbalance
    ADD CONSTRAINT tender_balance_once UNIQUE (owner_kind, owner_key, currency);


ALTER TABLE ONLY public.payments_tender
    ADD CONSTRAINT tender_once UNIQUE (source, remote_id);


ALTER TABLE ONLY public.payments_tenderrefund
    ADD CONSTRAINT tender_refund_once UNIQUE (source, remote_id);


ALTER TABLE ONLY public.payments_tender
    ADD CONSTRAINT tender_with_owner UNIQUE (id, company_id, owner_kind, owner_key, currency);


ALTER TABLE ONLY public.carriers_trackingreport
    ADD CONSTRAINT tracking_report_once UNIQUE (label_id, remote_id);


ALTER TABLE ONLY public.inventory_transferline
    ADD CONSTRAINT transfer_line_once UNIQUE (transfer_id, variant_id);


ALTER TABLE ONLY public.inventory_variantcost
    ADD CONSTRAINT variant_cost_once UNIQUE (company_id, variant_id);


ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT variant_differs_by_options UNIQUE (product_id, option1, option2, option3);


ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT variant_sku_once UNIQUE (company_id, sku);


ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT variant_with_company UNIQUE (id, company_id);


ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT variant_with_kind UNIQUE (id, is_kit);


ALTER TABLE ONLY public.web_comment
    ADD CONSTRAINT web_comment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.web_comment
    ADD CONSTRAINT web_comment_request_key_key UNIQUE (request_key);


ALTER TABLE ONLY public.web_idempotentcall
    ADD CONSTRAINT web_idempotentcall_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.web_notice
    ADD CONSTRAINT web_notice_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.web_savedview
    ADD CONSTRAINT web_savedview_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workqueue_workitem
    ADD CONSTRAINT workqueue_workitem_pkey PRIMARY KEY (id);


CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


CREATE UNIQUE INDEX account_warehouse_once ON public.sync_accountlocation USING btree (account_id, warehouse_id) WHERE (warehouse_id IS NOT NULL);


CREATE INDEX accounts_apikey_branch_id_a599badb ON public.accounts_apikey USING btree (branch_id);


CREATE INDEX accounts_apikey_company_id_fa05431b ON public.accounts_apikey USING btree (company_id);


CREATE INDEX accounts_apikey_created_by_id_1b5317c8 ON public.accounts_apikey USING btree (created_by_id);


CREATE INDEX accounts_apikey_prefix_2468c39f_like ON public.accounts_apikey USING btree (prefix varchar_pattern_ops);


CREATE INDEX accounts_membership_branch_id_b27c398c ON public.accounts_membership USING btree (branch_id);


CREATE INDEX accounts_membership_company_id_a85e43ce ON public.accounts_membership USING btree (company_id);


CREATE INDEX accounts_membership_user_id_487fb39e ON public.accounts_membership USING btree (user_id);


CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);


CREATE INDEX audit_run_newest ON public.finance_auditrun USING btree (company_id, id DESC);


CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);


CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);


CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);


CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);


CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);


CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);


CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);


CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);


CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);


CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);


CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);


CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);


CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);


CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);


CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);


CREATE INDEX binding_by_local ON public.sync_binding USING btree (local_kind, local_key, account_id);


CREATE INDEX carriers_carrieraccount_company_id_2dc565b2 ON public.carriers_carrieraccount USING btree (company_id);


CREATE INDEX carriers_deliverymethod_account_id_4a92c6dc ON public.carriers_deliverymethod USING btree (account_id);


CREATE INDEX carriers_deliverymethod_company_id_57998a48 ON public.carriers_deliverymethod USING btree (company_id);


CREATE INDEX carriers_label_account_id_4529b9b8 ON public.carriers_label USING btree (account_id);


CREATE INDEX carriers_label_company_id_6cd8cd66 ON public.carriers_label USING btree (company_id);


CREATE INDEX carriers_trackingreport_label_id_071fbf96 ON public.carriers_trackingreport USING btree (label_id);


CREATE INDEX catalog_barcode_variant_id_f6de32e8 ON public.catalog_barcode USING btree (variant_id);


CREATE INDEX catalog_importrun_company_id_ae3fcbcf ON public.catalog_importrun USING btree (company_id);


CREATE INDEX catalog_importrun_document_id_89a429fc ON public.catalog_importrun USING btree (document_id);


CREATE INDEX catalog_kitcomponent_component_id_a347b03b ON public.catalog_kitcomponent USING btree (component_id);


CREATE INDEX catalog_picture_document_id_cc3a826a ON public.catalog_picture USING btree (document_id);


CREATE INDEX catalog_picture_thumbnail_id_5440aca1 ON public.catalog_picture USING btree (thumbnail_id);


CREATE INDEX catalog_picture_variant_id_90588f9f ON public.catalog_picture USING btree (variant_id);


CREATE INDEX catalog_product_company_id_ec113db9 ON public.catalog_product USING btree (company_id);


CREATE INDEX catalog_product_tax_class_id_ea135695 ON public.catalog_product USING btree (tax_class_id);


CREATE INDEX catalog_product_unit_id_7a2d09c7 ON public.catalog_product USING btree (unit_id);


CREATE INDEX catalog_unit_code_f1f6266a_like ON public.catalog_unit USING btree (code varchar_pattern_ops);


CREATE INDEX comment_by_subject ON public.web_comment USING btree (subject_kind, subject_key, id DESC);


CREATE UNIQUE INDEX company_tax_id_once ON public.organisation_company USING btree (country, tax_id) WHERE (NOT ((tax_id)::text = ''::text));


CREATE INDEX crm_customer_canonical_id_c964df3e ON public.crm_customer USING btree (canonical_id);


CREATE INDEX crm_customer_company_id_41cc014c ON public.crm_customer USING btree (company_id);


CREATE INDEX crm_customeridentity_customer_id_b7b97e25 ON public.crm_customeridentity USING btree (customer_id);


CREATE INDEX customer_email_search ON public.crm_customeremail USING btree (company_id, address);


CREATE UNIQUE INDEX customer_email_verified_once ON public.crm_customeremail USING btree (company_id, address) WHERE verified;


CREATE INDEX customer_tax_id ON public.crm_customer USING btree (company_id, tax_id) WHERE (NOT ((tax_id)::text = ''::text));


CREATE INDEX delivery_leased ON public.events_delivery USING btree (lease_until) WHERE ((state)::text = 'running'::text);


CREATE UNIQUE INDEX delivery_method_default_once ON public.carriers_deliverymethod USING btree (company_id) WHERE is_default;


CREATE INDEX delivery_open_by_key ON public.events_delivery USING btree (handler, key, id) WHERE ((NOT ((state)::text = 'done'::text)) AND (NOT ((key)::text = ''::text)));


CREATE INDEX delivery_parked ON public.events_delivery USING btree (handler, id) WHERE ((state)::text = 'parked'::text);


CREATE INDEX delivery_waiting ON public.events_delivery USING btree (id) WHERE ((state)::text = 'waiting'::text);


CREATE INDEX desired_state_pending ON public.sync_desiredstate USING btree (account_id, kind, next_at) WHERE pending;


CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


CREATE INDEX django_celery_beat_periodictask_clocked_id_47a69f82 ON public.django_celery_beat_periodictask USING btree (clocked_id);


CREATE INDEX django_celery_beat_periodictask_crontab_id_d3cba168 ON public.django_celery_beat_periodictask USING btree (crontab_id);


CREATE INDEX django_celery_beat_periodictask_interval_id_a8ca27da ON public.django_celery_beat_periodictask USING btree (interval_id);


CREATE INDEX django_celery_beat_periodictask_name_265a36b7_like ON public.django_celery_beat_periodictask USING btree (name varchar_pattern_ops);


CREATE INDEX django_celery_beat_periodictask_solar_id_a87ce72c ON public.django_celery_beat_periodictask USING btree (solar_id);


CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


CREATE INDEX document_by_content ON public.documents_document USING btree (sha256);


CREATE INDEX documents_document_company_id_a2323c19 ON public.documents_document USING btree (company_id);


CREATE INDEX documents_documentread_document_id_437e4d24 ON public.documents_documentread USING btree (document_id);


CREATE INDEX entry_by_day ON public.finance_entry USING btree (company_id, "on", id);


CREATE INDEX entry_line_by_account ON public.finance_entryline USING btree (account_id, id);


CREATE INDEX entry_line_settles ON public.finance_entryline USING btree (settles, account_id) WHERE (NOT ((settles)::text = ''::text));


CREATE INDEX event_by_commit ON public.events_event USING btree (xid, id);


CREATE INDEX event_by_name ON public.events_event USING btree (name, id);


CREATE INDEX finance_account_company_id_219edbf9 ON public.finance_account USING btree (company_id);


CREATE INDEX finance_accountmapping_account_id_e991d52d ON public.finance_accountmapping USING btree (account_id);


CREATE INDEX finance_accountmapping_company_id_b1031e35 ON public.finance_accountmapping USING btree (company_id);


CREATE INDEX finance_auditrun_company_id_9d5d9783 ON public.finance_auditrun USING btree (company_id);


CREATE INDEX finance_entry_company_id_99d1b1f6 ON public.finance_entry USING btree (company_id);


CREATE INDEX finance_entryline_entry_id_5ae558c2 ON public.finance_entryline USING btree (entry_id);


CREATE INDEX finance_invoice_corrects_id_1eae5685 ON public.finance_invoice USING btree (corrects_id);


CREATE INDEX finance_invoiceline_charge_id_cb19693d ON public.finance_invoiceline USING btree (charge_id);


CREATE INDEX finance_invoiceline_order_line_id_faf9bdb2 ON public.finance_invoiceline USING btree (order_line_id);


CREATE INDEX fiscal_numberseries_company_id_e5babc33 ON public.fiscal_numberseries USING btree (company_id);


CREATE INDEX fiscal_taxclass_code_ef438eba_like ON public.fiscal_taxclass USING btree (code varchar_pattern_ops);


CREATE INDEX fiscal_taxrate_tax_class_id_79752813 ON public.fiscal_taxrate USING btree (tax_class_id);


CREATE UNIQUE INDEX goods_in_key_once ON public.inventory_goodsin USING btree (company_id, key) WHERE (NOT ((key)::text = ''::text));


CREATE INDEX guardian_gr_group_i_9e7d12_idx ON public.guardian_groupobjectpermission USING btree (group_id, content_type_id, object_pk);


CREATE INDEX guardian_gr_permiss_83545c_idx ON public.guardian_groupobjectpermission USING btree (permission_id, group_id, content_type_id, object_pk);


CREATE INDEX guardian_groupobjectpermission_content_type_id_7ade36b8 ON public.guardian_groupobjectpermission USING btree (content_type_id);


CREATE INDEX guardian_groupobjectpermission_group_id_4bbbfb62 ON public.guardian_groupobjectpermission USING btree (group_id);


CREATE INDEX guardian_groupobjectpermission_permission_id_36572738 ON public.guardian_groupobjectpermission USING btree (permission_id);


CREATE INDEX guardian_us_permiss_e5749c_idx ON public.guardian_userobjectpermission USING btree (permission_id, user_id, content_type_id, object_pk);


CREATE INDEX guardian_us_user_id_8eae14_idx ON public.guardian_userobjectpermission USING btree (user_id, content_type_id, object_pk);


CREATE INDEX guardian_userobjectpermission_content_type_id_2e892405 ON public.guardian_userobjectpermission USING btree (content_type_id);


CREATE INDEX guardian_userobjectpermission_permission_id_71807bfc ON public.guardian_userobjectpermission USING btree (permission_id);


CREATE INDEX guardian_userobjectpermission_user_id_d5c1e964 ON public.guardian_userobjectpermission USING btree (user_id);


CREATE INDEX import_row_by_group ON public.catalog_importrow USING btree (run_id, group_no);


CREATE INDEX import_row_by_sku ON public.catalog_importrow USING btree (run_id, sku);


CREATE INDEX inbound_by_age ON public.sync_inboundmessage USING btree (received_at);


CREATE INDEX inbound_dead ON public.sync_inboundmessage USING btree (account_id, id DESC) WHERE ((status)::text = 'dead'::text);


CREATE INDEX inbound_new ON public.sync_inboundmessage USING btree (account_id, kind, remote_id) WHERE ((status)::text = 'new'::text);


CREATE INDEX inventory_countline_location_id_616923a5 ON public.inventory_countline USING btree (location_id);


CREATE INDEX inventory_countline_variant_id_0d1f140f ON public.inventory_countline USING btree (variant_id);


CREATE INDEX inventory_goodsin_company_id_f27bad40 ON public.inventory_goodsin USING btree (company_id);


CREATE INDEX inventory_goodsin_location_id_f1e57e2e ON public.inventory_goodsin USING btree (location_id);


CREATE INDEX inventory_location_branch_id_35910275 ON public.inventory_location USING btree (branch_id);


CREATE INDEX inventory_location_parent_id_34319007 ON public.inventory_location USING btree (parent_id);


CREATE INDEX inventory_stockcount_company_id_89669ddd ON public.inventory_stockcount USING btree (company_id);


CREATE INDEX inventory_stockcount_location_id_977bf006 ON public.inventory_stockcount USING btree (location_id);


CREATE INDEX inventory_stocklevel_company_id_1879c808 ON public.inventory_stocklevel USING btree (company_id);


CREATE INDEX inventory_stocklevel_location_id_14713b21 ON public.inventory_stocklevel USING btree (location_id);


CREATE INDEX inventory_transfer_company_id_397e6e73 ON public.inventory_transfer USING btree (company_id);


CREATE INDEX inventory_transfer_destination_id_9ba1071f ON public.inventory_transfer USING btree (destination_id);


CREATE INDEX inventory_transfer_source_id_37fc1dde ON public.inventory_transfer USING btree (source_id);


CREATE INDEX inventory_transferline_variant_id_5b102f6c ON public.inventory_transferline USING btree (variant_id);


CREATE INDEX inventory_variantcost_variant_id_b4b631b7 ON public.inventory_variantcost USING btree (variant_id);


CREATE INDEX invoice_buyer_to_erase ON public.finance_invoicebuyer USING btree (keep_until) WHERE (erased_on IS NULL);


CREATE INDEX invoice_by_day ON public.finance_invoice USING btree (company_id, issued_on DESC, id DESC);


CREATE INDEX invoice_by_order ON public.finance_invoice USING btree (order_id, id);


CREATE INDEX job_open ON public.jobs_job USING btree (queued_at) WHERE ((status)::text = ANY ((ARRAY['queued'::character varying, 'running'::character varying])::text[]));


CREATE UNIQUE INDEX job_open_once ON public.jobs_job USING btree (kind, key) WHERE (((status)::text = ANY ((ARRAY['queued'::character varying, 'running'::character varying])::text[])) AND (NOT ((key)::text = ''::text)));


CREATE INDEX jobs_job_company_id_1f42ea7c ON public.jobs_job USING btree (company_id);


CREATE UNIQUE INDEX label_open_once ON public.carriers_label USING btree (owner_kind, owner_key) WHERE ((status)::text = ANY ((ARRAY['asked'::character varying, 'bought'::character varying])::text[]));


CREATE UNIQUE INDEX label_tracking_once ON public.carriers_label USING btree (account_id, tracking_number) WHERE (NOT ((tracking_number)::text = ''::text));


CREATE UNIQUE INDEX location_virtual_once ON public.inventory_location USING btree (company_id, kind) WHERE ((kind)::text = ANY ((ARRAY['adjustment'::character varying, 'customer'::character varying, 'production'::character varying, 'scrap'::character varying, 'supplier'::character varying, 'transit'::character varying])::text[]));


CREATE INDEX mail_mailtemplate_company_id_1a0ed17a ON public.mail_mailtemplate USING btree (company_id);


CREATE INDEX mail_message_company_id_4a8778be ON public.mail_message USING btree (company_id);


CREATE INDEX mail_message_header_id_0dc8847a_like ON public.mail_message USING btree (header_id varchar_pattern_ops);


CREATE INDEX membership_company_role ON public.accounts_membership USING btree (company_id, role);


CREATE INDEX message_about ON public.mail_message USING btree (about_kind, about_key);


CREATE INDEX message_newest ON public.mail_message USING btree (company_id, id DESC);


CREATE INDEX message_sending ON public.mail_message USING btree (sending_since) WHERE ((status)::text = 'sending'::text);


CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


CREATE INDEX notice_newest ON public.web_notice USING btree (person_key, id DESC);


CREATE INDEX notice_unread ON public.web_notice USING btree (person_key) WHERE (read_at IS NULL);


CREATE UNIQUE INDEX number_series_once ON public.fiscal_numberseries USING btree (company_id, kind, code) WHERE (retired_at IS NULL);


CREATE INDEX oauth2_prov_token_f_996e8a_idx ON public.oauth2_provider_refreshtoken USING btree (token_family);


CREATE INDEX oauth2_provider_accesstoken_application_id_b22886e1 ON public.oauth2_provider_accesstoken USING btree (application_id);


CREATE INDEX oauth2_provider_accesstoken_token_checksum_85319a26_like ON public.oauth2_provider_accesstoken USING btree (token_checksum varchar_pattern_ops);


CREATE INDEX oauth2_provider_accesstoken_user_id_6e4c9a65 ON public.oauth2_provider_accesstoken USING btree (user_id);


CREATE INDEX oauth2_provider_application_client_id_03f0cc84_like ON public.oauth2_provider_application USING btree (client_id varchar_pattern_ops);


CREATE INDEX oauth2_provider_application_client_secret_53133678 ON public.oauth2_provider_application USING btree (client_secret);


CREATE INDEX oauth2_provider_application_client_secret_53133678_like ON public.oauth2_provider_application USING btree (client_secret varchar_pattern_ops);


CREATE INDEX oauth2_provider_application_user_id_79829054 ON public.oauth2_provider_application USING btree (user_id);


CREATE INDEX oauth2_provider_devicegrant_client_id_229dd06d ON public.oauth2_provider_devicegrant USING btree (client_id);


CREATE INDEX oauth2_provider_devicegrant_client_id_229dd06d_like ON public.oauth2_provider_devicegrant USING btree (client_id varchar_pattern_ops);


CREATE INDEX oauth2_provider_devicegrant_user_id_1cec5156 ON public.oauth2_provider_devicegrant USING btree (user_id);


CREATE INDEX oauth2_provider_grant_application_id_81923564 ON public.oauth2_provider_grant USING btree (application_id);


CREATE INDEX oauth2_provider_grant_code_49ab4ddf_like ON public.oauth2_provider_grant USING btree (code varchar_pattern_ops);


CREATE INDEX oauth2_provider_grant_user_id_e8f62af8 ON public.oauth2_provider_grant USING btree (user_id);


CREATE INDEX oauth2_provider_idtoken_application_id_08c5ff4f ON public.oauth2_provider_idtoken USING btree (application_id);


CREATE INDEX oauth2_provider_idtoken_user_id_dd512b59 ON public.oauth2_provider_idtoken USING btree (user_id);


CREATE INDEX oauth2_provider_refreshtoken_application_id_2d1c311b ON public.oauth2_provider_refreshtoken USING btree (application_id);


CREATE INDEX oauth2_provider_refreshtoken_user_id_da837fce ON public.oauth2_provider_refreshtoken USING btree (user_id);


CREATE INDEX order_by_day ON public.orders_order USING btree (company_id, placed_at DESC, id DESC);


CREATE INDEX order_by_email ON public.orders_order USING btree (company_id, email) WHERE (NOT ((email)::text = ''::text));


CREATE INDEX order_by_source_number ON public.orders_order USING btree (company_id, source_number);


CREATE INDEX order_by_status ON public.orders_order USING btree (company_id, status, placed_at DESC, id DESC);


CREATE INDEX order_line_unmatched ON public.orders_orderline USING btree (sku) WHERE (variant_id IS NULL);


CREATE INDEX order_newest ON public.orders_order USING btree (placed_at DESC, id DESC);


CREATE INDEX order_open_by_day ON public.orders_order USING btree (company_id, placed_at DESC, id DESC) WHERE ((status)::text = ANY ((ARRAY['new'::character varying, 'held'::character varying, 'confirmed'::character varying, 'part_shipped'::character varying])::text[]));


CREATE INDEX order_short_by_day ON public.orders_order USING btree (company_id, placed_at DESC, id DESC) WHERE short;


CREATE INDEX orders_order_branch_id_c857b51d ON public.orders_order USING btree (branch_id);


CREATE INDEX orders_order_customer_id_0b76f6a4 ON public.orders_order USING btree (customer_id);


CREATE INDEX orders_order_sales_channel_id_ea208085 ON public.orders_order USING btree (sales_channel_id);


CREATE INDEX orders_ordercharge_order_id_09acfa36 ON public.orders_ordercharge USING btree (order_id);


CREATE INDEX orders_orderline_variant_id_0aa9a0d5 ON public.orders_orderline USING btree (variant_id);


CREATE INDEX orders_orderrefund_order_id_dca01319 ON public.orders_orderrefund USING btree (order_id);


CREATE INDEX orders_orderrefundline_order_line_id_45558e00 ON public.orders_orderrefundline USING btree (order_line_id);


CREATE INDEX orders_orderrefundline_refund_id_f915a843 ON public.orders_orderrefundline USING btree (refund_id);


CREATE INDEX organisation_branch_company_id_8cb81aad ON public.organisation_branch USING btree (company_id);


CREATE INDEX organisation_company_name_e1101415_like ON public.organisation_company USING btree (name varchar_pattern_ops);


CREATE INDEX organisation_department_company_id_e40edbf1 ON public.organisation_department USING btree (company_id);


CREATE INDEX organisation_saleschannel_company_id_59e15ee9 ON public.organisation_saleschannel USING btree (company_id);


CREATE INDEX payments_tender_company_id_5265c627 ON public.payments_tender USING btree (company_id);


CREATE INDEX payments_tenderrefund_company_id_44f585ce ON public.payments_tenderrefund USING btree (company_id);


CREATE INDEX payments_tenderrefund_tender_id_aa0701c6 ON public.payments_tenderrefund USING btree (tender_id);


CREATE INDEX pricing_price_variant_id_eedde902 ON public.pricing_price USING btree (variant_id);


CREATE INDEX pricing_pricelist_company_id_bb53dd6f ON public.pricing_pricelist USING btree (company_id);


CREATE UNIQUE INDEX product_code_once ON public.catalog_product USING btree (company_id, code) WHERE (NOT ((code)::text = ''::text));


CREATE INDEX reservation_expires ON public.inventory_reservation USING btree (kept_until) WHERE (kept_until IS NOT NULL);


CREATE INDEX reservation_in_level ON public.inventory_reservation USING btree (variant_id, location_id);


CREATE INDEX search_entry_code ON public.search_searchentry USING btree (code varchar_pattern_ops);


CREATE INDEX search_entry_words ON public.search_searchentry USING gin (words public.gin_trgm_ops);


CREATE INDEX search_searchentry_company_id_2f72fb53 ON public.search_searchentry USING btree (company_id);


CREATE INDEX shipment_newest ON public.shipping_shipment USING btree (company_id, id DESC);


CREATE INDEX shipment_waiting ON public.shipping_shipment USING btree (location_id, id) WHERE ((status)::text = ANY ((ARRAY['planned'::character varying, 'picking'::character varying, 'packed'::character varying])::text[]));


CREATE INDEX shipping_shipment_company_id_2e5edf5e ON public.shipping_shipment USING btree (company_id);


CREATE INDEX shipping_shipment_location_id_da2bc702 ON public.shipping_shipment USING btree (location_id);


CREATE INDEX shipping_shipment_method_id_77696269 ON public.shipping_shipment USING btree (method_id);


CREATE INDEX shipping_shipment_order_id_3aa924dc ON public.shipping_shipment USING btree (order_id);


CREATE INDEX shipping_shipmentline_location_id_c6c82836 ON public.shipping_shipmentline USING btree (location_id);


CREATE INDEX shipping_shipmentline_order_line_id_88d50cfb ON public.shipping_shipmentline USING btree (order_line_id);


CREATE INDEX shipping_shipmentline_shipment_id_2a63811b ON public.shipping_shipmentline USING btree (shipment_id);


CREATE INDEX shipping_shipmentline_variant_id_473d784b ON public.shipping_shipmentline USING btree (variant_id);


CREATE INDEX shipping_shippingrule_company_id_06687429 ON public.shipping_shippingrule USING btree (company_id);


CREATE INDEX shortage_of_variant ON public.inventory_shortage USING btree (company_id, variant_id);


CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);


CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);


CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);


CREATE INDEX stock_move_of_variant ON public.inventory_stockmove USING btree (variant_id, id);


CREATE INDEX sync_accountlocation_account_id_59143b61 ON public.sync_accountlocation USING btree (account_id);


CREATE INDEX sync_accountlocation_warehouse_id_ca1e8d0b ON public.sync_accountlocation USING btree (warehouse_id);


CREATE INDEX sync_binding_account_id_f13088c1 ON public.sync_binding USING btree (account_id);


CREATE INDEX sync_channelaccount_company_id_868c80ce ON public.sync_channelaccount USING btree (company_id);


CREATE INDEX sync_channelaccount_sales_channel_id_e088a51b ON public.sync_channelaccount USING btree (sales_channel_id);


CREATE INDEX sync_desiredstate_account_id_efad6544 ON public.sync_desiredstate USING btree (account_id);


CREATE INDEX sync_inboundmessage_account_id_bdf6e341 ON public.sync_inboundmessage USING btree (account_id);


CREATE INDEX sync_refusal_account_id_cfee9c12 ON public.sync_refusal USING btree (account_id);


CREATE INDEX sync_run_newest ON public.sync_syncrun USING btree (account_id, id DESC);


CREATE INDEX sync_syncrun_account_id_fe830d5a ON public.sync_syncrun USING btree (account_id);


CREATE INDEX tender_by_owner ON public.payments_tender USING btree (owner_kind, owner_key);


CREATE INDEX tender_refund_by_owner ON public.payments_tenderrefund USING btree (owner_kind, owner_key);


CREATE UNIQUE INDEX transfer_key_once ON public.inventory_transfer USING btree (company_id, key) WHERE (NOT ((key)::text = ''::text));


CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


CREATE INDEX web_idempotentcall_expires_at_c31028e2 ON public.web_idempotentcall USING btree (expires_at);


CREATE INDEX web_notice_comment_id_7eb370eb ON public.web_notice USING btree (comment_id);


CREATE INDEX work_item_about ON public.workqueue_workitem USING btree (about_kind, about_key);


CREATE INDEX work_item_open ON public.workqueue_workitem USING btree (company_id, kind, id) WHERE ((state)::text = 'open'::text);


CREATE UNIQUE INDEX work_item_open_once ON public.workqueue_workitem USING btree (kind, about_kind, about_key) WHERE ((state)::text = 'open'::text);


CREATE INDEX workqueue_workitem_company_id_4ad65f42 ON public.workqueue_workitem USING btree (company_id);


CREATE INDEX workqueue_workitem_owner_id_da67efd9 ON public.workqueue_workitem USING btree (owner_id);


CREATE CONSTRAINT TRIGGER pgtrigger_adds_up_00910 AFTER INSERT ON public.finance_invoice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_adds_up_00910();


COMMENT ON TRIGGER pgtrigger_adds_up_00910 ON public.finance_invoice IS 'c051f5a2cf811652f1ba0921a5ed5ce2ea0e59ae';


CREATE TRIGGER pgtrigger_append_only_07858 BEFORE DELETE OR UPDATE ON public.events_eventsubject FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_07858();


COMMENT ON TRIGGER pgtrigger_append_only_07858 ON public.events_eventsubject IS '04a2d37b257c777a8743bf4303f085ace48fc4b8';


CREATE TRIGGER pgtrigger_append_only_0eb82 BEFORE DELETE OR UPDATE ON public.crm_customerhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0eb82();


COMMENT ON TRIGGER pgtrigger_append_only_0eb82 ON public.crm_customerhistory IS 'f69b32e6715505b191ae3c41395276dba2d6db26';


CREATE TRIGGER pgtrigger_append_only_11416 BEFORE DELETE OR UPDATE ON public.carriers_labelhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_11416();


COMMENT ON TRIGGER pgtrigger_append_only_11416 ON public.carriers_labelhistory IS '7602fa666ac0627a38e649395a5714bda82fc0d8';


CREATE TRIGGER pgtrigger_append_only_123dc BEFORE DELETE OR UPDATE ON public.accounts_membershiphistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_123dc();


COMMENT ON TRIGGER pgtrigger_append_only_123dc ON public.accounts_membershiphistory IS '9ee43f83afd372f3941d93d61b0d68b7fab7a8d3';


CREATE TRIGGER pgtrigger_append_only_15b96 BEFORE DELETE OR UPDATE ON public.fiscal_taxclasshistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_15b96();


COMMENT ON TRIGGER pgtrigger_append_only_15b96 ON public.fiscal_taxclasshistory IS '159c8fe40fd79562b8be9032b7d12a1d343691c7';


CREATE TRIGGER pgtrigger_append_only_1765c BEFORE DELETE OR UPDATE ON public.finance_auditfinding FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1765c();


COMMENT ON TRIGGER pgtrigger_append_only_1765c ON public.finance_auditfinding IS 'af7afa8a3b2de49b9c2f5a528a3b8147b9038bc5';


CREATE TRIGGER pgtrigger_append_only_17cfc BEFORE DELETE OR UPDATE ON public.finance_accounthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_17cfc();


COMMENT ON TRIGGER pgtrigger_append_only_17cfc ON public.finance_accounthistory IS 'e08c8d842062d197c680a49f53401b04b025d02f';


CREATE TRIGGER pgtrigger_append_only_1dc0c BEFORE DELETE OR UPDATE ON public.orders_orderrefund FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1dc0c();


COMMENT ON TRIGGER pgtrigger_append_only_1dc0c ON public.orders_orderrefund IS '218f2aca062af534b54cb83f84cd5a50f6d49c72';


CREATE TRIGGER pgtrigger_append_only_1f651 BEFORE DELETE OR UPDATE ON public.fiscal_taxratehistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1f651();


COMMENT ON TRIGGER pgtrigger_append_only_1f651 ON public.fiscal_taxratehistory IS '059585cf8321384685f8dc8766b5dec41b359661';


CREATE TRIGGER pgtrigger_append_only_202f0 BEFORE DELETE OR UPDATE ON public.organisation_branchhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_202f0();


COMMENT ON TRIGGER pgtrigger_append_only_202f0 ON public.organisation_branchhistory IS '70379111fbb9d60ea7b250a15079eb7bcf0bc281';


CREATE TRIGGER pgtrigger_append_only_228c9 BEFORE DELETE OR UPDATE ON public.organisation_departmenthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_228c9();


COMMENT ON TRIGGER pgtrigger_append_only_228c9 ON public.organisation_departmenthistory IS 'd97223a565bc647ab0a32e2118f0d2adeb8423c9';


CREATE TRIGGER pgtrigger_append_only_22ca1 BEFORE DELETE OR UPDATE ON public.inventory_goodsinhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_22ca1();


COMMENT ON TRIGGER pgtrigger_append_only_22ca1 ON public.inventory_goodsinhistory IS 'c8e578de195d792e219b4a772f7c9e9439dd972f';


CREATE TRIGGER pgtrigger_append_only_2e720 BEFORE DELETE OR UPDATE ON public.catalog_picturehistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2e720();


COMMENT ON TRIGGER pgtrigger_append_only_2e720 ON public.catalog_picturehistory IS '623eb9b31eebb3ccbdbae52af3ee85599dc7da71';


CREATE TRIGGER pgtrigger_append_only_2fb00 BEFORE DELETE OR UPDATE ON public.mail_mailtemplatehistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2fb00();


COMMENT ON TRIGGER pgtrigger_append_only_2fb00 ON public.mail_mailtemplatehistory IS '23efc5b42edc8fc997054ce7622b5e85e30c9dae';


CREATE TRIGGER pgtrigger_append_only_30009 BEFORE DELETE OR UPDATE ON public.crm_customeremailhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_30009();


COMMENT ON TRIGGER pgtrigger_append_only_30009 ON public.crm_customeremailhistory IS '7f98129f9b9caa3acf8e3b30a6a3c7cf651aff83';


CREATE TRIGGER pgtrigger_append_only_3659b BEFORE DELETE OR UPDATE ON public.orders_orderrefundline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3659b();


COMMENT ON TRIGGER pgtrigger_append_only_3659b ON public.orders_orderrefundline IS '85028ec105d12e278c89e9b66435dea8efdbe5dc';


CREATE TRIGGER pgtrigger_append_only_38f6e BEFORE DELETE OR UPDATE ON public.finance_invoicetax FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_38f6e();


COMMENT ON TRIGGER pgtrigger_append_only_38f6e ON public.finance_invoicetax IS '1860334dc0b3754dc351b886bb17a1aa8bc96ca9';


CREATE TRIGGER pgtrigger_append_only_3a56a BEFORE DELETE OR UPDATE ON public.organisation_saleschannelhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3a56a();


COMMENT ON TRIGGER pgtrigger_append_only_3a56a ON public.organisation_saleschannelhistory IS 'c2394475556d74836d981f546783fabbe51a9e0d';


CREATE TRIGGER pgtrigger_append_only_3ec26 BEFORE DELETE OR UPDATE ON public.documents_documenthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3ec26();


COMMENT ON TRIGGER pgtrigger_append_only_3ec26 ON public.documents_documenthistory IS 'e952eac4cf617089a686e59793cc2023ddb6f8e4';


CREATE TRIGGER pgtrigger_append_only_4099e BEFORE DELETE OR UPDATE ON public.inventory_stockcounthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4099e();


COMMENT ON TRIGGER pgtrigger_append_only_4099e ON public.inventory_stockcounthistory IS '57e5562aaedc0a5b4ce30f60156a3b4273eb7fff';


CREATE TRIGGER pgtrigger_append_only_4532a BEFORE DELETE OR UPDATE ON public.payments_tenderrefundhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4532a();


COMMENT ON TRIGGER pgtrigger_append_only_4532a ON public.payments_tenderrefundhistory IS '6ed2f5e047e565e3752eca54b398b2d1c0d7ed42';


CREATE TRIGGER pgtrigger_append_only_4b336 BEFORE DELETE OR UPDATE ON public.catalog_kitcomponenthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4b336();


COMMENT ON TRIGGER pgtrigger_append_only_4b336 ON public.catalog_kitcomponenthistory IS '8258d8e62500f8be5905949144aefb0a15021f0b';


CREATE TRIGGER pgtrigger_append_only_4e929 BEFORE DELETE OR UPDATE ON public.documents_documentread FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4e929();


COMMENT ON TRIGGER pgtrigger_append_only_4e929 ON public.documents_documentread IS '7969a8aaa31ca904336b673d6f048a84b50ccc4d';


CREATE TRIGGER pgtrigger_append_only_4eef3 BEFORE DELETE OR UPDATE ON public.inventory_stockmove FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4eef3();


COMMENT ON TRIGGER pgtrigger_append_only_4eef3 ON public.inventory_stockmove IS '5e00c0009ddbc28f03f3bd8993779dbf81ce6e73';


CREATE TRIGGER pgtrigger_append_only_4f815 BEFORE DELETE OR UPDATE ON public.accounts_userhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4f815();


COMMENT ON TRIGGER pgtrigger_append_only_4f815 ON public.accounts_userhistory IS '68ffa9ce3b529c4c151c9348adc79b98119cd550';


CREATE TRIGGER pgtrigger_append_only_4f877 BEFORE DELETE OR UPDATE ON public.inventory_countlinehistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4f877();


COMMENT ON TRIGGER pgtrigger_append_only_4f877 ON public.inventory_countlinehistory IS '20f86ad4f7015643f9ca21711dade5cb1f2529bf';


CREATE TRIGGER pgtrigger_append_only_5259c BEFORE DELETE OR UPDATE ON public.carriers_carrieraccounthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5259c();


COMMENT ON TRIGGER pgtrigger_append_only_5259c ON public.carriers_carrieraccounthistory IS '28a29a1a92eb826bb9e1c0f9762152d03d216ad5';


CREATE TRIGGER pgtrigger_append_only_53691 BEFORE DELETE OR UPDATE ON public.crm_customeridentityhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_53691();


COMMENT ON TRIGGER pgtrigger_append_only_53691 ON public.crm_customeridentityhistory IS 'a9e4fa67fd8ad1f259f4ebd952b3cfb3d857d2e5';


CREATE TRIGGER pgtrigger_append_only_5f3d2 BEFORE DELETE OR UPDATE ON public.finance_auditrun FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5f3d2();


COMMENT ON TRIGGER pgtrigger_append_only_5f3d2 ON public.finance_auditrun IS '1d80a2b0b3a845b64d1cf202b86f9dd39d9b928e';


CREATE TRIGGER pgtrigger_append_only_60c44 BEFORE DELETE OR UPDATE ON public.pricing_pricehistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_60c44();


COMMENT ON TRIGGER pgtrigger_append_only_60c44 ON public.pricing_pricehistory IS '7327b075fb01e2664217fd2023bfde09cf90f34a';


CREATE TRIGGER pgtrigger_append_only_68031 BEFORE DELETE OR UPDATE ON public.finance_entryline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_68031();


COMMENT ON TRIGGER pgtrigger_append_only_68031 ON public.finance_entryline IS '9dbaa169d56b25fb84bbaaf235c8c2ad0e66673e';


CREATE TRIGGER pgtrigger_append_only_6ed6c BEFORE DELETE OR UPDATE ON public.finance_entry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6ed6c();


COMMENT ON TRIGGER pgtrigger_append_only_6ed6c ON public.finance_entry IS 'e2f855cbc1475992ceeb299c888daab348f84c61';


CREATE TRIGGER pgtrigger_append_only_736cb BEFORE DELETE OR UPDATE ON public.accounts_apikeyhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_736cb();


COMMENT ON TRIGGER pgtrigger_append_only_736cb ON public.accounts_apikeyhistory IS 'f946dbfd744102c8d651a9f00ce9e1b282fde9e7';


CREATE TRIGGER pgtrigger_append_only_7a686 BEFORE DELETE OR UPDATE ON public.shipping_shippingrulehistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7a686();


COMMENT ON TRIGGER pgtrigger_append_only_7a686 ON public.shipping_shippingrulehistory IS '82a03fa6eef3c5f98f0679a8d236ee2a3deaff48';


CREATE TRIGGER pgtrigger_append_only_7c8fa BEFORE DELETE OR UPDATE ON public.finance_accountmappinghistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7c8fa();


COMMENT ON TRIGGER pgtrigger_append_only_7c8fa ON public.finance_accountmappinghistory IS '6fecbb56313927395231eeccc26becd85ddee356';


CREATE TRIGGER pgtrigger_append_only_7d2f3 BEFORE DELETE OR UPDATE ON public.inventory_transferlinehistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7d2f3();


COMMENT ON TRIGGER pgtrigger_append_only_7d2f3 ON public.inventory_transferlinehistory IS '25490b102a212ea2e5b4cf7eb441002dffdcd685';


CREATE TRIGGER pgtrigger_append_only_7ea5c BEFORE DELETE OR UPDATE ON public.catalog_producthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7ea5c();


COMMENT ON TRIGGER pgtrigger_append_only_7ea5c ON public.catalog_producthistory IS '9584deb0d68d3bd52efe2335b759ac45b94511b2';


CREATE TRIGGER pgtrigger_append_only_8a7f4 BEFORE DELETE OR UPDATE ON public.carriers_deliverymethodhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8a7f4();


COMMENT ON TRIGGER pgtrigger_append_only_8a7f4 ON public.carriers_deliverymethodhistory IS '06f3373a372c1f62c6116d3b4d9af510385871e8';


CREATE TRIGGER pgtrigger_append_only_8ab57 BEFORE DELETE OR UPDATE ON public.finance_invoiceline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8ab57();


COMMENT ON TRIGGER pgtrigger_append_only_8ab57 ON public.finance_invoiceline IS 'f230d1312b3400c417f2c532fd85f1e6e1ca1260';


CREATE TRIGGER pgtrigger_append_only_8f5c0 BEFORE DELETE OR UPDATE ON public.shipping_shipmenthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8f5c0();


COMMENT ON TRIGGER pgtrigger_append_only_8f5c0 ON public.shipping_shipmenthistory IS '7afb2d34ff88a881f36f55476a56e52e99f33b34';


CREATE TRIGGER pgtrigger_append_only_922d1 BEFORE DELETE OR UPDATE ON public.catalog_producttexthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_922d1();


COMMENT ON TRIGGER pgtrigger_append_only_922d1 ON public.catalog_producttexthistory IS '030d9f712d7071dd026dd52e2f8329925a2cc99e';


CREATE TRIGGER pgtrigger_append_only_a32c6 BEFORE DELETE OR UPDATE ON public.orders_orderhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a32c6();


COMMENT ON TRIGGER pgtrigger_append_only_a32c6 ON public.orders_orderhistory IS '57f366fb48da3be6a7f9f4030cd5bbe81e72714a';


CREATE TRIGGER pgtrigger_append_only_a931b BEFORE DELETE OR UPDATE ON public.payments_tenderhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a931b();


COMMENT ON TRIGGER pgtrigger_append_only_a931b ON public.payments_tenderhistory IS '9799ed644739759de4b3a3234e8d7a8f54cc5604';


CREATE TRIGGER pgtrigger_append_only_ad130 BEFORE DELETE OR UPDATE ON public.catalog_varianthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ad130();


COMMENT ON TRIGGER pgtrigger_append_only_ad130 ON public.catalog_varianthistory IS '846d4c71c39b1391a40299c2c6fb4f9d10f0bdd3';


CREATE TRIGGER pgtrigger_append_only_affb7 BEFORE DELETE OR UPDATE ON public.events_event FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_affb7();


COMMENT ON TRIGGER pgtrigger_append_only_affb7 ON public.events_event IS '4b1eecde6236a8a8cd8d356baf3b85df512e684a';


CREATE TRIGGER pgtrigger_append_only_b2d8d BEFORE DELETE OR UPDATE ON public.inventory_locationhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b2d8d();


COMMENT ON TRIGGER pgtrigger_append_only_b2d8d ON public.inventory_locationhistory IS '1655be25a44afef5d8a48f01daa93872562bbd09';


CREATE TRIGGER pgtrigger_append_only_b34fd BEFORE DELETE OR UPDATE ON public.catalog_productoptionhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b34fd();


COMMENT ON TRIGGER pgtrigger_append_only_b34fd ON public.catalog_productoptionhistory IS '95898d90c7731765e573bac3430cea8d04fbec2d';


CREATE TRIGGER pgtrigger_append_only_c7908 BEFORE DELETE OR UPDATE ON public.organisation_companyhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c7908();


COMMENT ON TRIGGER pgtrigger_append_only_c7908 ON public.organisation_companyhistory IS 'd0f32d8ea3bc11cdeb7a2fe73c95b7b5d5c65c78';


CREATE TRIGGER pgtrigger_append_only_cda92 BEFORE DELETE OR UPDATE ON public.inventory_transferhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_cda92();


COMMENT ON TRIGGER pgtrigger_append_only_cda92 ON public.inventory_transferhistory IS '705c1faf77b27f29b55a5ef79109cc8eda9335a8';


CREATE TRIGGER pgtrigger_append_only_d30f0 BEFORE DELETE OR UPDATE ON public.sync_channelaccounthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d30f0();


COMMENT ON TRIGGER pgtrigger_append_only_d30f0 ON public.sync_channelaccounthistory IS '638744f50bf19e9dadb8d1e58f2e0dbc69a73467';


CREATE TRIGGER pgtrigger_append_only_e01e5 BEFORE DELETE OR UPDATE ON public.catalog_barcodehistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e01e5();


COMMENT ON TRIGGER pgtrigger_append_only_e01e5 ON public.catalog_barcodehistory IS 'f4d5332b5595c3caf8ff73a758fb82e3c251e39a';


CREATE TRIGGER pgtrigger_append_only_eea38 BEFORE DELETE OR UPDATE ON public.pricing_pricelisthistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_eea38();


COMMENT ON TRIGGER pgtrigger_append_only_eea38 ON public.pricing_pricelisthistory IS 'b701465d54c3c88f70cd2871c76d89ea47befa3a';


CREATE TRIGGER pgtrigger_append_only_f1a60 BEFORE DELETE OR UPDATE ON public.orders_ordercharge FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f1a60();


COMMENT ON TRIGGER pgtrigger_append_only_f1a60 ON public.orders_ordercharge IS '2785b70c532177c984ce05852af2b82d818cf6e3';


CREATE TRIGGER pgtrigger_append_only_f9c3c BEFORE DELETE OR UPDATE ON public.orders_orderlinehistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f9c3c();


COMMENT ON TRIGGER pgtrigger_append_only_f9c3c ON public.orders_orderlinehistory IS 'e134d5ba9fb18487b4841b005b83471c4f1ce2cf';


CREATE TRIGGER pgtrigger_append_only_fb210 BEFORE DELETE OR UPDATE ON public.fiscal_numberserieshistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_fb210();


COMMENT ON TRIGGER pgtrigger_append_only_fb210 ON public.fiscal_numberserieshistory IS '47ecdfd82d43901fd889a7563a99df357f86478a';


CREATE TRIGGER pgtrigger_append_only_fb4d7 BEFORE DELETE OR UPDATE ON public.sync_accountlocationhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_fb4d7();


COMMENT ON TRIGGER pgtrigger_append_only_fb4d7 ON public.sync_accountlocationhistory IS 'd9b234a3759c17728426e7157ea7c7932694da2a';


CREATE TRIGGER pgtrigger_append_only_ff2a6 BEFORE DELETE OR UPDATE ON public.finance_invoice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ff2a6();


COMMENT ON TRIGGER pgtrigger_append_only_ff2a6 ON public.finance_invoice IS 'dd065002bde52c6fbec627801fa3d0fd6b5120a0';


CREATE CONSTRAINT TRIGGER pgtrigger_balances_d1f9e AFTER INSERT ON public.finance_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_balances_d1f9e();


COMMENT ON TRIGGER pgtrigger_balances_d1f9e ON public.finance_entry IS '9093ed2df27c7e4a70bf3ac863d485ffe91f99a7';


CREATE TRIGGER pgtrigger_delete_delete_017b2 AFTER DELETE ON public.fiscal_taxrate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_017b2();


COMMENT ON TRIGGER pgtrigger_delete_delete_017b2 ON public.fiscal_taxrate IS 'c0ce55784ef6ee3c31a294f9160f73e595827365';


CREATE TRIGGER pgtrigger_delete_delete_0c008 AFTER DELETE ON public.documents_document FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0c008();


COMMENT ON TRIGGER pgtrigger_delete_delete_0c008 ON public.documents_document IS '5dcc2be1dd416d53762e32051df7bf839c44e3a4';


CREATE TRIGGER pgtrigger_delete_delete_0c9a5 AFTER DELETE ON public.pricing_price FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0c9a5();


COMMENT ON TRIGGER pgtrigger_delete_delete_0c9a5 ON public.pricing_price IS '332c928b2a2f081ee543ca524203564db371d28c';


CREATE TRIGGER pgtrigger_delete_delete_12d6c AFTER DELETE ON public.finance_account FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_12d6c();


COMMENT ON TRIGGER pgtrigger_delete_delete_12d6c ON public.finance_account IS '61fb06cc20a8a3c49f1a6abff1de709dd534c7a8';


CREATE TRIGGER pgtrigger_delete_delete_12ebb AFTER DELETE ON public.carriers_label FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_12ebb();


COMMENT ON TRIGGER pgtrigger_delete_delete_12ebb ON public.carriers_label IS 'b6922081270c8b7fda167aca405b317df3d94d01';


CREATE TRIGGER pgtrigger_delete_delete_18640 AFTER DELETE ON public.pricing_pricelist FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_18640();


COMMENT ON TRIGGER pgtrigger_delete_delete_18640 ON public.pricing_pricelist IS 'cb16bd32bd79b7c8139d3beb4a15837b25853d16';


CREATE TRIGGER pgtrigger_delete_delete_18c5d AFTER DELETE ON public.accounts_apikey FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_18c5d();


COMMENT ON TRIGGER pgtrigger_delete_delete_18c5d ON public.accounts_apikey IS '29a1b919d3dfb1da235c9b36b9d5f2e4cff33e8e';


CREATE TRIGGER pgtrigger_delete_delete_19a8f AFTER DELETE ON public.accounts_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_19a8f();


COMMENT ON TRIGGER pgtrigger_delete_delete_19a8f ON public.accounts_membership IS '64425d1163dcaf6f72b839eff111af3338211980';


CREATE TRIGGER pgtrigger_delete_delete_19f14 AFTER DELETE ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_19f14();


COMMENT ON TRIGGER pgtrigger_delete_delete_19f14 ON public.accounts_user IS 'd857eef9ea6b477a3002e57eeab011861c0ed95c';


CREATE TRIGGER pgtrigger_delete_delete_21256 AFTER DELETE ON public.crm_customer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_21256();


COMMENT ON TRIGGER pgtrigger_delete_delete_21256 ON public.crm_customer IS '9ca0240f8a429581184f01284f0b705f8efe705b';


CREATE TRIGGER pgtrigger_delete_delete_24e5a AFTER DELETE ON public.organisation_department FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_24e5a();


COMMENT ON TRIGGER pgtrigger_delete_delete_24e5a ON public.organisation_department IS '8a60f9ce678d2a8c406db4c287cbd4c62adf079c';


CREATE TRIGGER pgtrigger_delete_delete_2a497 AFTER DELETE ON public.organisation_company FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2a497();


COMMENT ON TRIGGER pgtrigger_delete_delete_2a497 ON public.organisation_company IS 'cb248042eee94a413fac5b3674d6cd97d7efee4b';


CREATE TRIGGER pgtrigger_delete_delete_304d5 AFTER DELETE ON public.fiscal_numberseries FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_304d5();


COMMENT ON TRIGGER pgtrigger_delete_delete_304d5 ON public.fiscal_numberseries IS '3751ecd1f5dfab03b0228f139ac28f6a3dab7651';


CREATE TRIGGER pgtrigger_delete_delete_364ae AFTER DELETE ON public.inventory_location FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_364ae();


COMMENT ON TRIGGER pgtrigger_delete_delete_364ae ON public.inventory_location IS '2b6a1edbc7f7da1b133d670d1450a55bdd94ff9a';


CREATE TRIGGER pgtrigger_delete_delete_5cc13 AFTER DELETE ON public.catalog_barcode REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_5cc13();


COMMENT ON TRIGGER pgtrigger_delete_delete_5cc13 ON public.catalog_barcode IS '231a94214205660ce312f5acac8d7fd6a736c528';


CREATE TRIGGER pgtrigger_delete_delete_5d629 AFTER DELETE ON public.inventory_countline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5d629();


COMMENT ON TRIGGER pgtrigger_delete_delete_5d629 ON public.inventory_countline IS '965b92a7ad448f826f8ece144d4078c1bd4de8a7';


CREATE TRIGGER pgtrigger_delete_delete_6039e AFTER DELETE ON public.catalog_variant REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_6039e();


COMMENT ON TRIGGER pgtrigger_delete_delete_6039e ON public.catalog_variant IS '20afd547743dcb04a90c1c2de8ec5faa8355b28c';


CREATE TRIGGER pgtrigger_delete_delete_709b4 AFTER DELETE ON public.orders_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_709b4();


COMMENT ON TRIGGER pgtrigger_delete_delete_709b4 ON public.orders_order IS '8bbbcd1198d5adf9e1139d2dc9745496e5e6b941';


CREATE TRIGGER pgtrigger_delete_delete_7766c AFTER DELETE ON public.catalog_producttext REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_7766c();


COMMENT ON TRIGGER pgtrigger_delete_delete_7766c ON public.catalog_producttext IS '9e54fd8ee3b832df3479b11b9f9d5af23a15ed18';


CREATE TRIGGER pgtrigger_delete_delete_794c1 AFTER DELETE ON public.inventory_goodsin FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_794c1();


COMMENT ON TRIGGER pgtrigger_delete_delete_794c1 ON public.inventory_goodsin IS 'b5465b2131db5033fa5461652d1b9789aba18d6a';


CREATE TRIGGER pgtrigger_delete_delete_799da AFTER DELETE ON public.crm_customeridentity FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_799da();


COMMENT ON TRIGGER pgtrigger_delete_delete_799da ON public.crm_customeridentity IS 'fd0d41dcb37217e635a3d467ac595fbf4e6b7d5c';


CREATE TRIGGER pgtrigger_delete_delete_863a5 AFTER DELETE ON public.crm_customeremail FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_863a5();


COMMENT ON TRIGGER pgtrigger_delete_delete_863a5 ON public.crm_customeremail IS 'df6ff8d841f647932f684a0501f3ccabceb8adde';


CREATE TRIGGER pgtrigger_delete_delete_90d62 AFTER DELETE ON public.catalog_picture FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_90d62();


COMMENT ON TRIGGER pgtrigger_delete_delete_90d62 ON public.catalog_picture IS '882f46cba32ae3691c78e5ea12456c461e1ad66c';


CREATE TRIGGER pgtrigger_delete_delete_94d17 AFTER DELETE ON public.organisation_branch FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_94d17();


COMMENT ON TRIGGER pgtrigger_delete_delete_94d17 ON public.organisation_branch IS '4add212d1d68a218f027baefb123c4f94f7abf31';


CREATE TRIGGER pgtrigger_delete_delete_99046 AFTER DELETE ON public.payments_tenderrefund FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_99046();


COMMENT ON TRIGGER pgtrigger_delete_delete_99046 ON public.payments_tenderrefund IS '1fe45ac9ecba771e71c509da63145800b43ff592';


CREATE TRIGGER pgtrigger_delete_delete_99968 AFTER DELETE ON public.fiscal_taxclass FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_99968();


COMMENT ON TRIGGER pgtrigger_delete_delete_99968 ON public.fiscal_taxclass IS 'a3b06098e9e3bbb9cc0cf11d43aa16dc275426be';


CREATE TRIGGER pgtrigger_delete_delete_99bc5 AFTER DELETE ON public.carriers_carrieraccount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_99bc5();


COMMENT ON TRIGGER pgtrigger_delete_delete_99bc5 ON public.carriers_carrieraccount IS '24c414adf233410309f72fe8608d8f9fd916eee8';


CREATE TRIGGER pgtrigger_delete_delete_9cf38 AFTER DELETE ON public.payments_tender FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9cf38();


COMMENT ON TRIGGER pgtrigger_delete_delete_9cf38 ON public.payments_tender IS 'e5fe03702a0ca206d67f56a765a0392640ba347f';


CREATE TRIGGER pgtrigger_delete_delete_9f153 AFTER DELETE ON public.sync_channelaccount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9f153();


COMMENT ON TRIGGER pgtrigger_delete_delete_9f153 ON public.sync_channelaccount IS '414fd2f6eb71c811e3fce8aa87d1a44dd3d40efb';


CREATE TRIGGER pgtrigger_delete_delete_a1d67 AFTER DELETE ON public.shipping_shippingrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a1d67();


COMMENT ON TRIGGER pgtrigger_delete_delete_a1d67 ON public.shipping_shippingrule IS '0ecce3c0ab7974380cedfce45d1780cbc665d88e';


CREATE TRIGGER pgtrigger_delete_delete_a6864 AFTER DELETE ON public.shipping_shipment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a6864();


COMMENT ON TRIGGER pgtrigger_delete_delete_a6864 ON public.shipping_shipment IS '20b3ac306c6735dbdf4b3edcf7ec6ff02d5a3bd3';


CREATE TRIGGER pgtrigger_delete_delete_a763a AFTER DELETE ON public.catalog_product REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a763a();


COMMENT ON TRIGGER pgtrigger_delete_delete_a763a ON public.catalog_product IS 'bcbe188973ec0f73490b1cab458922db113264f6';


CREATE TRIGGER pgtrigger_delete_delete_b0898 AFTER DELETE ON public.finance_accountmapping FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b0898();


COMMENT ON TRIGGER pgtrigger_delete_delete_b0898 ON public.finance_accountmapping IS '34a12e746a86beb2545153dcb97d953d8ed443f5';


CREATE TRIGGER pgtrigger_delete_delete_c29a5 AFTER DELETE ON public.mail_mailtemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c29a5();


COMMENT ON TRIGGER pgtrigger_delete_delete_c29a5 ON public.mail_mailtemplate IS 'ccb8b63b018968ef97625d4990a6ad5cd78cfd1e';


CREATE TRIGGER pgtrigger_delete_delete_ca12c AFTER DELETE ON public.inventory_transferline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ca12c();


COMMENT ON TRIGGER pgtrigger_delete_delete_ca12c ON public.inventory_transferline IS 'b38f8a4967f6201f277e3d0f1d115183ecbc4e40';


CREATE TRIGGER pgtrigger_delete_delete_cb99c AFTER DELETE ON public.catalog_kitcomponent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_cb99c();


COMMENT ON TRIGGER pgtrigger_delete_delete_cb99c ON public.catalog_kitcomponent IS 'bf3a302130468709ae4403a40796fe752d003d81';


CREATE TRIGGER pgtrigger_delete_delete_cd94f AFTER DELETE ON public.catalog_productoption FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_cd94f();


COMMENT ON TRIGGER pgtrigger_delete_delete_cd94f ON public.catalog_productoption IS '3c14855ae2ed863fafc931f7ea974a54f198bce8';


CREATE TRIGGER pgtrigger_delete_delete_d1c6b AFTER DELETE ON public.inventory_transfer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d1c6b();


COMMENT ON TRIGGER pgtrigger_delete_delete_d1c6b ON public.inventory_transfer IS '947e0ac0ea1c21ef3e004a7aab9cc60f5df84e7b';


CREATE TRIGGER pgtrigger_delete_delete_dfb51 AFTER DELETE ON public.orders_orderline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_dfb51();


COMMENT ON TRIGGER pgtrigger_delete_delete_dfb51 ON public.orders_orderline IS '985a137f8b3c6c6df1201a2a83b5e5aa823077e0';


CREATE TRIGGER pgtrigger_delete_delete_e7a99 AFTER DELETE ON public.inventory_stockcount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e7a99();


COMMENT ON TRIGGER pgtrigger_delete_delete_e7a99 ON public.inventory_stockcount IS 'b1429289aea91363a602fd6d9c2e7d9f2c574f2d';


CREATE TRIGGER pgtrigger_delete_delete_f0741 AFTER DELETE ON public.organisation_saleschannel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f0741();


COMMENT ON TRIGGER pgtrigger_delete_delete_f0741 ON public.organisation_saleschannel IS '26b7dc46839328a28d56a211fe28b8a1fb5a83d6';


CREATE TRIGGER pgtrigger_delete_delete_f38f0 AFTER DELETE ON public.carriers_deliverymethod FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f38f0();


COMMENT ON TRIGGER pgtrigger_delete_delete_f38f0 ON public.carriers_deliverymethod IS 'efdc3e8495ceaf28f17a8b5f02a7de2a1be498ad';


CREATE TRIGGER pgtrigger_delete_delete_f8e07 AFTER DELETE ON public.sync_accountlocation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f8e07();


COMMENT ON TRIGGER pgtrigger_delete_delete_f8e07 ON public.sync_accountlocation IS 'a9e32f2c6c72e7b2c127ce06eb5ca82be3a55a1b';


CREATE TRIGGER pgtrigger_fixed_382f5 BEFORE UPDATE ON public.finance_invoicebuyer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_fixed_382f5();


COMMENT ON TRIGGER pgtrigger_fixed_382f5 ON public.finance_invoicebuyer IS '8e96ef6cebd013a17ca00056bc158121c079779a';


CREATE TRIGGER pgtrigger_fixed_at_creation_287b8 BEFORE UPDATE ON public.organisation_company FOR EACH ROW WHEN ((((old.valuation)::text IS DISTINCT FROM (new.valuation)::text) OR ((old.currency)::text IS DISTINCT FROM (new.currency)::text))) EXECUTE FUNCTION public.pgtrigger_fixed_at_creation_287b8();


COMMENT ON TRIGGER pgtrigger_fixed_at_creation_287b8 ON public.organisation_company IS '29d922287d663642bd0f9a32ddea4728cfa75875';


CREATE TRIGGER pgtrigger_insert_insert_077c1 AFTER INSERT ON public.catalog_picture FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_077c1();


COMMENT ON TRIGGER pgtrigger_insert_insert_077c1 ON public.catalog_picture IS 'f13fb445e988e80e2aae57ad8d9a204b9f917874';


CREATE TRIGGER pgtrigger_insert_insert_09080 AFTER INSERT ON public.inventory_transferline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_09080();


COMMENT ON TRIGGER pgtrigger_insert_insert_09080 ON public.inventory_transferline IS '2a88b61b088927f9a08a4e8f0992d5ebcbc2e244';


CREATE TRIGGER pgtrigger_insert_insert_09f40 AFTER INSERT ON public.catalog_producttext REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_09f40();


COMMENT ON TRIGGER pgtrigger_insert_insert_09f40 ON public.catalog_producttext IS '24a3800fadf7aec57758504eee69d0cb0cf08fdf';


CREATE TRIGGER pgtrigger_insert_insert_0b296 AFTER INSERT ON public.organisation_saleschannel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0b296();


COMMENT ON TRIGGER pgtrigger_insert_insert_0b296 ON public.organisation_saleschannel IS '90ff5be40f3ea28aee1241af77a17487eb5648a9';


CREATE TRIGGER pgtrigger_insert_insert_12aba AFTER INSERT ON public.pricing_price FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_12aba();


COMMENT ON TRIGGER pgtrigger_insert_insert_12aba ON public.pricing_price IS '895e39df052098e376ff63abee46864660e1aa53';


CREATE TRIGGER pgtrigger_insert_insert_1ed31 AFTER INSERT ON public.accounts_apikey FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_1ed31();


COMMENT ON TRIGGER pgtrigger_insert_insert_1ed31 ON public.accounts_apikey IS '7fcc411ef0505035ba4255158802c41021b602a5';


CREATE TRIGGER pgtrigger_insert_insert_23ee0 AFTER INSERT ON public.fiscal_numberseries FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_23ee0();


COMMENT ON TRIGGER pgtrigger_insert_insert_23ee0 ON public.fiscal_numberseries IS '65f801e4b9879d614c5bc3ddcc2f88408f553de2';


CREATE TRIGGER pgtrigger_insert_insert_26ad2 AFTER INSERT ON public.fiscal_taxclass FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_26ad2();


COMMENT ON TRIGGER pgtrigger_insert_insert_26ad2 ON public.fiscal_taxclass IS '397b16d4e186198a69680f30d4b81b65284e28cf';


CREATE TRIGGER pgtrigger_insert_insert_2bd9a AFTER INSERT ON public.organisation_department FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2bd9a();


COMMENT ON TRIGGER pgtrigger_insert_insert_2bd9a ON public.organisation_department IS '32369577776f606471c6a740698ded0eb656d631';


CREATE TRIGGER pgtrigger_insert_insert_2d294 AFTER INSERT ON public.payments_tenderrefund FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2d294();


COMMENT ON TRIGGER pgtrigger_insert_insert_2d294 ON public.payments_tenderrefund IS '5c9a82a6d3ec0e168ba4442e56275a3ee68884f1';


CREATE TRIGGER pgtrigger_insert_insert_308be AFTER INSERT ON public.inventory_transfer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_308be();


COMMENT ON TRIGGER pgtrigger_insert_insert_308be ON public.inventory_transfer IS 'a841886bb2fca42812d91550084d722bb154ebb2';


CREATE TRIGGER pgtrigger_insert_insert_353b8 AFTER INSERT ON public.orders_orderline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_353b8();


COMMENT ON TRIGGER pgtrigger_insert_insert_353b8 ON public.orders_orderline IS '619675029f3168100038aa5e5bbb5d5f96b872b4';


CREATE TRIGGER pgtrigger_insert_insert_3867c AFTER INSERT ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3867c();


COMMENT ON TRIGGER pgtrigger_insert_insert_3867c ON public.accounts_user IS 'd987f4b73ead6f91247bf3c59ea42372b934784b';


CREATE TRIGGER pgtrigger_insert_insert_3cd13 AFTER INSERT ON public.catalog_kitcomponent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3cd13();


COMMENT ON TRIGGER pgtrigger_insert_insert_3cd13 ON public.catalog_kitcomponent IS '6ece0ef4f1f60116911cc73d4a8e48c7e1f9e187';


CREATE TRIGGER pgtrigger_insert_insert_48724 AFTER INSERT ON public.catalog_barcode REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_48724();


COMMENT ON TRIGGER pgtrigger_insert_insert_48724 ON public.catalog_barcode IS 'e21879eb7ac1b7ee40558647dad0c950503f43e9';


CREATE TRIGGER pgtrigger_insert_insert_4d4e0 AFTER INSERT ON public.payments_tender FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4d4e0();


COMMENT ON TRIGGER pgtrigger_insert_insert_4d4e0 ON public.payments_tender IS '1872e2f3155c2103d012fc41933c7ac1d666a043';


CREATE TRIGGER pgtrigger_insert_insert_4ec36 AFTER INSERT ON public.sync_accountlocation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4ec36();


COMMENT ON TRIGGER pgtrigger_insert_insert_4ec36 ON public.sync_accountlocation IS '85784e5aa47039b9bc8d5f4888e1cbe389401c6c';


CREATE TRIGGER pgtrigger_insert_insert_518a8 AFTER INSERT ON public.crm_customeridentity FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_518a8();


COMMENT ON TRIGGER pgtrigger_insert_insert_518a8 ON public.crm_customeridentity IS '018c099ddd5159dab517c54b2b022ef870230818';


CREATE TRIGGER pgtrigger_insert_insert_5c1a9 AFTER INSERT ON public.catalog_productoption FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5c1a9();


COMMENT ON TRIGGER pgtrigger_insert_insert_5c1a9 ON public.catalog_productoption IS '81dd0185f561631abf938ff33ecd096b045e3fb6';


CREATE TRIGGER pgtrigger_insert_insert_62ab4 AFTER INSERT ON public.inventory_stockcount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_62ab4();


COMMENT ON TRIGGER pgtrigger_insert_insert_62ab4 ON public.inventory_stockcount IS 'f65ac3417dd46a6f4fb96d6182379151c38f2fb2';


CREATE TRIGGER pgtrigger_insert_insert_6bdef AFTER INSERT ON public.carriers_carrieraccount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6bdef();


COMMENT ON TRIGGER pgtrigger_insert_insert_6bdef ON public.carriers_carrieraccount IS '327853cd925e292dd3878b39639172f4e930c60c';


CREATE TRIGGER pgtrigger_insert_insert_6dda5 AFTER INSERT ON public.finance_accountmapping FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6dda5();


COMMENT ON TRIGGER pgtrigger_insert_insert_6dda5 ON public.finance_accountmapping IS 'af19df7e1630d5a24337224365add289e154955f';


CREATE TRIGGER pgtrigger_insert_insert_7662e AFTER INSERT ON public.sync_channelaccount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7662e();


COMMENT ON TRIGGER pgtrigger_insert_insert_7662e ON public.sync_channelaccount IS '8e10e85b0857dd28e0893c8d61b16acb1c8b1d51';


CREATE TRIGGER pgtrigger_insert_insert_78351 AFTER INSERT ON public.inventory_location FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_78351();


COMMENT ON TRIGGER pgtrigger_insert_insert_78351 ON public.inventory_location IS '1c9a2db1cbc4eeaa8d4d93f18462535839f53062';


CREATE TRIGGER pgtrigger_insert_insert_878e8 AFTER INSERT ON public.inventory_goodsin FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_878e8();


COMMENT ON TRIGGER pgtrigger_insert_insert_878e8 ON public.inventory_goodsin IS '7f1acce49ea65fdd5fdf5940dcbb5f147315beb1';


CREATE TRIGGER pgtrigger_insert_insert_a6d7d AFTER INSERT ON public.organisation_company FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a6d7d();


COMMENT ON TRIGGER pgtrigger_insert_insert_a6d7d ON public.organisation_company IS '4a6f5584f85fcfaa5f5da4d1c63032fd4cd250fb';


CREATE TRIGGER pgtrigger_insert_insert_abb2d AFTER INSERT ON public.organisation_branch FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_abb2d();


COMMENT ON TRIGGER pgtrigger_insert_insert_abb2d ON public.organisation_branch IS 'a6f24b8eb1a458e637e3a98987ebea57426499cf';


CREATE TRIGGER pgtrigger_insert_insert_ae3fa AFTER INSERT ON public.catalog_product REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_ae3fa();


COMMENT ON TRIGGER pgtrigger_insert_insert_ae3fa ON public.catalog_product IS 'ae3fc52ca227864103fbeac508bdafcfaabaa526';


CREATE TRIGGER pgtrigger_insert_insert_b0f63 AFTER INSERT ON public.crm_customeremail FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b0f63();


COMMENT ON TRIGGER pgtrigger_insert_insert_b0f63 ON public.crm_customeremail IS 'd8f693b76ada78493b0fce8bfdb7077c68badf13';


CREATE TRIGGER pgtrigger_insert_insert_be524 AFTER INSERT ON public.documents_document FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_be524();


COMMENT ON TRIGGER pgtrigger_insert_insert_be524 ON public.documents_document IS '0771caa870d8031240bcf32770fee9a0368eb9b7';


CREATE TRIGGER pgtrigger_insert_insert_c4346 AFTER INSERT ON public.shipping_shippingrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c4346();


COMMENT ON TRIGGER pgtrigger_insert_insert_c4346 ON public.shipping_shippingrule IS '31d832c2fe15226d2ae8dc33355839d4a0092962';


CREATE TRIGGER pgtrigger_insert_insert_ccbb3 AFTER INSERT ON public.carriers_label FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ccbb3();


COMMENT ON TRIGGER pgtrigger_insert_insert_ccbb3 ON public.carriers_label IS 'b3fd917416d0bc5f008bbb7033168ba456cc4465';


CREATE TRIGGER pgtrigger_insert_insert_d476e AFTER INSERT ON public.catalog_variant REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_d476e();


COMMENT ON TRIGGER pgtrigger_insert_insert_d476e ON public.catalog_variant IS '0b46324fb13c82e7d60c88d43242b76379fd2904';


CREATE TRIGGER pgtrigger_insert_insert_d5093 AFTER INSERT ON public.pricing_pricelist FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d5093();


COMMENT ON TRIGGER pgtrigger_insert_insert_d5093 ON public.pricing_pricelist IS '5d63e52bbd23478dad1ad41c29344b5678a647db';


CREATE TRIGGER pgtrigger_insert_insert_d65bf AFTER INSERT ON public.inventory_countline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d65bf();


COMMENT ON TRIGGER pgtrigger_insert_insert_d65bf ON public.inventory_countline IS '50ddcb27afc7f1d04b4a259caf89e6f9c18cf308';


CREATE TRIGGER pgtrigger_insert_insert_d865a AFTER INSERT ON public.fiscal_taxrate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d865a();


COMMENT ON TRIGGER pgtrigger_insert_insert_d865a ON public.fiscal_taxrate IS '298ea91a73ef2068171327e7af91bd368db6dc84';


CREATE TRIGGER pgtrigger_insert_insert_d8957 AFTER INSERT ON public.shipping_shipment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d8957();


COMMENT ON TRIGGER pgtrigger_insert_insert_d8957 ON public.shipping_shipment IS 'd6702b5070da9a82d62ad7151a4f93ef924fa1b4';


CREATE TRIGGER pgtrigger_insert_insert_d8d27 AFTER INSERT ON public.crm_customer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d8d27();


COMMENT ON TRIGGER pgtrigger_insert_insert_d8d27 ON public.crm_customer IS '9785447ed60bc3d72772fcf711c1a7857cc04b71';


CREATE TRIGGER pgtrigger_insert_insert_da6e2 AFTER INSERT ON public.mail_mailtemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_da6e2();


COMMENT ON TRIGGER pgtrigger_insert_insert_da6e2 ON public.mail_mailtemplate IS '4be31c0916826c96ef39b7e3659ffb80c84568a9';


CREATE TRIGGER pgtrigger_insert_insert_eb763 AFTER INSERT ON public.orders_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_eb763();


COMMENT ON TRIGGER pgtrigger_insert_insert_eb763 ON public.orders_order IS '470ea4d9c4a42036eb7d862dff798b2d070eb642';


CREATE TRIGGER pgtrigger_insert_insert_f26c4 AFTER INSERT ON public.finance_account FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f26c4();


COMMENT ON TRIGGER pgtrigger_insert_insert_f26c4 ON public.finance_account IS 'f1a58436533a347724792aed83534f57b3c76b2d';


CREATE TRIGGER pgtrigger_insert_insert_f2c29 AFTER INSERT ON public.carriers_deliverymethod FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f2c29();


COMMENT ON TRIGGER pgtrigger_insert_insert_f2c29 ON public.carriers_deliverymethod IS '260c489820611ef6c63469877bd5cd5e1cf4b3d5';


CREATE TRIGGER pgtrigger_insert_insert_fc05a AFTER INSERT ON public.accounts_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fc05a();


COMMENT ON TRIGGER pgtrigger_insert_insert_fc05a ON public.accounts_membership IS '37001f9eb58dda8f56d234c9a66cbe9fb0dc6ef3';


CREATE TRIGGER pgtrigger_keep_an_owner_4fa66 AFTER UPDATE ON public.accounts_user FOR EACH ROW WHEN ((old.is_active AND (NOT new.is_active))) EXECUTE FUNCTION public.pgtrigger_keep_an_owner_4fa66();


COMMENT ON TRIGGER pgtrigger_keep_an_owner_4fa66 ON public.accounts_user IS 'dd32ace12550d047b9c9b8cc3e12adb812ec41f0';


CREATE TRIGGER pgtrigger_keep_an_owner_79ac0 AFTER DELETE OR UPDATE ON public.accounts_membership FOR EACH ROW WHEN (((old.role)::text = 'owner'::text)) EXECUTE FUNCTION public.pgtrigger_keep_an_owner_79ac0();


COMMENT ON TRIGGER pgtrigger_keep_an_owner_79ac0 ON public.accounts_membership IS '172b45d2676f8430465ff73091217a23a2d4d22a';


CREATE TRIGGER pgtrigger_kept_57d09 BEFORE DELETE ON public.finance_invoicebuyer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_57d09();


COMMENT ON TRIGGER pgtrigger_kept_57d09 ON public.finance_invoicebuyer IS 'b6cd49069b5ad34643eb629194755f0374799ed8';


CREATE TRIGGER pgtrigger_lineage_3abc8 BEFORE INSERT ON public.inventory_location FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_lineage_3abc8();


COMMENT ON TRIGGER pgtrigger_lineage_3abc8 ON public.inventory_location IS '89552a3ac5ae41ee73cd570081d6a9844a4e98cc';


CREATE TRIGGER pgtrigger_no_truncate_15b9d BEFORE TRUNCATE ON public.catalog_barcodehistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_15b9d();


COMMENT ON TRIGGER pgtrigger_no_truncate_15b9d ON public.catalog_barcodehistory IS 'ddc3a9997a48e5d0ec4643566f22dde02e63acf3';


CREATE TRIGGER pgtrigger_no_truncate_16066 BEFORE TRUNCATE ON public.crm_customeridentityhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_16066();


COMMENT ON TRIGGER pgtrigger_no_truncate_16066 ON public.crm_customeridentityhistory IS 'd01d3b52f4023df4950463ec7ba48b47507e7930';


CREATE TRIGGER pgtrigger_no_truncate_16d4e BEFORE TRUNCATE ON public.inventory_transferlinehistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_16d4e();


COMMENT ON TRIGGER pgtrigger_no_truncate_16d4e ON public.inventory_transferlinehistory IS '50974125cf3ac14debc76f579c5a2148659e2aea';


CREATE TRIGGER pgtrigger_no_truncate_1778f BEFORE TRUNCATE ON public.catalog_picturehistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_1778f();


COMMENT ON TRIGGER pgtrigger_no_truncate_1778f ON public.catalog_picturehistory IS '728e091acff7713bfd31c702f1dc02b23b6492c5';


CREATE TRIGGER pgtrigger_no_truncate_1938b BEFORE TRUNCATE ON public.events_eventsubject FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_1938b();


COMMENT ON TRIGGER pgtrigger_no_truncate_1938b ON public.events_eventsubject IS '0e72cdf91583cacc13e729964dfb2c0a9ada70da';


CREATE TRIGGER pgtrigger_no_truncate_193f6 BEFORE TRUNCATE ON public.inventory_goodsinhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_193f6();


COMMENT ON TRIGGER pgtrigger_no_truncate_193f6 ON public.inventory_goodsinhistory IS 'ab2964d081ac91e2c919b290b000c1a1f21f4fca';


CREATE TRIGGER pgtrigger_no_truncate_1b94f BEFORE TRUNCATE ON public.mail_mailtemplatehistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_1b94f();


COMMENT ON TRIGGER pgtrigger_no_truncate_1b94f ON public.mail_mailtemplatehistory IS '51f23807bd88514b7cf5695fac568b2068ec6551';


CREATE TRIGGER pgtrigger_no_truncate_1db51 BEFORE TRUNCATE ON public.carriers_carrieraccounthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_1db51();


COMMENT ON TRIGGER pgtrigger_no_truncate_1db51 ON public.carriers_carrieraccounthistory IS '314fb618b270ba2982082e14b40078c5159376d0';


CREATE TRIGGER pgtrigger_no_truncate_1e146 BEFORE TRUNCATE ON public.catalog_producttexthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_1e146();


COMMENT ON TRIGGER pgtrigger_no_truncate_1e146 ON public.catalog_producttexthistory IS 'e18121e1acc56b9b10a3e39742891d6c6a7ca02a';


CREATE TRIGGER pgtrigger_no_truncate_1e214 BEFORE TRUNCATE ON public.accounts_membershiphistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_1e214();


COMMENT ON TRIGGER pgtrigger_no_truncate_1e214 ON public.accounts_membershiphistory IS '5b063f99884b97b913cc2af95d13d7e461490bb8';


CREATE TRIGGER pgtrigger_no_truncate_1e849 BEFORE TRUNCATE ON public.crm_customerhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_1e849();


COMMENT ON TRIGGER pgtrigger_no_truncate_1e849 ON public.crm_customerhistory IS '0f11636ab575c67f799533a3a68b647be39575bb';


CREATE TRIGGER pgtrigger_no_truncate_3057e BEFORE TRUNCATE ON public.finance_entryline FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_3057e();


COMMENT ON TRIGGER pgtrigger_no_truncate_3057e ON public.finance_entryline IS '3c241dd97b3ff9b8a26b80e2b575c62375401fe4';


CREATE TRIGGER pgtrigger_no_truncate_31f1a BEFORE TRUNCATE ON public.carriers_deliverymethodhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_31f1a();


COMMENT ON TRIGGER pgtrigger_no_truncate_31f1a ON public.carriers_deliverymethodhistory IS '64a70d0daccf91216abad1433e4906287d9c637b';


CREATE TRIGGER pgtrigger_no_truncate_32146 BEFORE TRUNCATE ON public.shipping_shippingrulehistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_32146();


COMMENT ON TRIGGER pgtrigger_no_truncate_32146 ON public.shipping_shippingrulehistory IS 'fd0eb373a824b10394374c0590b5587141b7ce81';


CREATE TRIGGER pgtrigger_no_truncate_34ac4 BEFORE TRUNCATE ON public.catalog_kitcomponenthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_34ac4();


COMMENT ON TRIGGER pgtrigger_no_truncate_34ac4 ON public.catalog_kitcomponenthistory IS 'd7fda2e77b4d499aa969f571e379c5e19ef5c5a7';


CREATE TRIGGER pgtrigger_no_truncate_3ded1 BEFORE TRUNCATE ON public.events_event FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_3ded1();


COMMENT ON TRIGGER pgtrigger_no_truncate_3ded1 ON public.events_event IS 'b773c5fca898bca1672d5f134530a84210dc3811';


CREATE TRIGGER pgtrigger_no_truncate_44d40 BEFORE TRUNCATE ON public.pricing_pricelisthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_44d40();


COMMENT ON TRIGGER pgtrigger_no_truncate_44d40 ON public.pricing_pricelisthistory IS 'b028a3d3f226f79b47de9ea34cc26303a85854a3';


CREATE TRIGGER pgtrigger_no_truncate_49e5c BEFORE TRUNCATE ON public.orders_orderrefundline FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_49e5c();


COMMENT ON TRIGGER pgtrigger_no_truncate_49e5c ON public.orders_orderrefundline IS '1c851e9bb7e78fcab0516a7ad9b67def7be20987';


CREATE TRIGGER pgtrigger_no_truncate_4b45c BEFORE TRUNCATE ON public.orders_orderlinehistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_4b45c();


COMMENT ON TRIGGER pgtrigger_no_truncate_4b45c ON public.orders_orderlinehistory IS '58e5bcc21513c17ad365d7fa38624cfc6b560981';


CREATE TRIGGER pgtrigger_no_truncate_549a7 BEFORE TRUNCATE ON public.pricing_pricehistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_549a7();


COMMENT ON TRIGGER pgtrigger_no_truncate_549a7 ON public.pricing_pricehistory IS 'a06081079a14e30d7115fe0f8cac6a5555e4449c';


CREATE TRIGGER pgtrigger_no_truncate_5949e BEFORE TRUNCATE ON public.crm_customeremailhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_5949e();


COMMENT ON TRIGGER pgtrigger_no_truncate_5949e ON public.crm_customeremailhistory IS '09820874e88f37a77206361b79f752914b58e1a1';


CREATE TRIGGER pgtrigger_no_truncate_59ee4 BEFORE TRUNCATE ON public.catalog_productoptionhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_59ee4();


COMMENT ON TRIGGER pgtrigger_no_truncate_59ee4 ON public.catalog_productoptionhistory IS 'fa74b48b29c44e83299996b698746becaf85e31a';


CREATE TRIGGER pgtrigger_no_truncate_5a9b4 BEFORE TRUNCATE ON public.accounts_userhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_5a9b4();


COMMENT ON TRIGGER pgtrigger_no_truncate_5a9b4 ON public.accounts_userhistory IS '09e2e38d4dd2fb6be06c7d0dab5e33aee18657ce';


CREATE TRIGGER pgtrigger_no_truncate_5fc16 BEFORE TRUNCATE ON public.inventory_transferhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_5fc16();


COMMENT ON TRIGGER pgtrigger_no_truncate_5fc16 ON public.inventory_transferhistory IS 'd36b0057485f8deaf1014853f52e13f79f214b6b';


CREATE TRIGGER pgtrigger_no_truncate_6138b BEFORE TRUNCATE ON public.inventory_locationhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_6138b();


COMMENT ON TRIGGER pgtrigger_no_truncate_6138b ON public.inventory_locationhistory IS '7f79df6e12871fa15ccfae7474ed378be6270e88';


CREATE TRIGGER pgtrigger_no_truncate_6927c BEFORE TRUNCATE ON public.sync_channelaccounthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_6927c();


COMMENT ON TRIGGER pgtrigger_no_truncate_6927c ON public.sync_channelaccounthistory IS '37af61c33e56877d24079e9f2e59afc4c86e9780';


CREATE TRIGGER pgtrigger_no_truncate_6d60e BEFORE TRUNCATE ON public.organisation_departmenthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_6d60e();


COMMENT ON TRIGGER pgtrigger_no_truncate_6d60e ON public.organisation_departmenthistory IS 'bf6260c1c4da38195c23d775089f24e84a930589';


CREATE TRIGGER pgtrigger_no_truncate_6ed95 BEFORE TRUNCATE ON public.documents_documentread FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_6ed95();


COMMENT ON TRIGGER pgtrigger_no_truncate_6ed95 ON public.documents_documentread IS 'f3ef4ab6f60968650b83c92ba96f1f21e0779d13';


CREATE TRIGGER pgtrigger_no_truncate_78bc5 BEFORE TRUNCATE ON public.catalog_varianthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_78bc5();


COMMENT ON TRIGGER pgtrigger_no_truncate_78bc5 ON public.catalog_varianthistory IS 'ad183facaecb2ee254abc69756834765574e7033';


CREATE TRIGGER pgtrigger_no_truncate_7caa4 BEFORE TRUNCATE ON public.organisation_companyhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_7caa4();


COMMENT ON TRIGGER pgtrigger_no_truncate_7caa4 ON public.organisation_companyhistory IS 'b4c4e49620e601f9deaec274f618f2e6e0a8e242';


CREATE TRIGGER pgtrigger_no_truncate_7da77 BEFORE TRUNCATE ON public.fiscal_numberserieshistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_7da77();


COMMENT ON TRIGGER pgtrigger_no_truncate_7da77 ON public.fiscal_numberserieshistory IS '85adda5eb1e5e248ea1f35ff0141cf1abe9a79b6';


CREATE TRIGGER pgtrigger_no_truncate_7df62 BEFORE TRUNCATE ON public.finance_auditfinding FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_7df62();


COMMENT ON TRIGGER pgtrigger_no_truncate_7df62 ON public.finance_auditfinding IS '87890c658c667e239c02a98b8b1d683c603adfec';


CREATE TRIGGER pgtrigger_no_truncate_83906 BEFORE TRUNCATE ON public.catalog_producthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_83906();


COMMENT ON TRIGGER pgtrigger_no_truncate_83906 ON public.catalog_producthistory IS '3d68344c3847037db9615ed321eb82b53633839f';


CREATE TRIGGER pgtrigger_no_truncate_852cc BEFORE TRUNCATE ON public.finance_invoicetax FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_852cc();


COMMENT ON TRIGGER pgtrigger_no_truncate_852cc ON public.finance_invoicetax IS '0801ea2cad721380bc92251c80f384ee0bb42d88';


CREATE TRIGGER pgtrigger_no_truncate_85967 BEFORE TRUNCATE ON public.finance_accounthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_85967();


COMMENT ON TRIGGER pgtrigger_no_truncate_85967 ON public.finance_accounthistory IS 'cf79e68dbd84acbf949626c7b2b6d39dfbcbcbca';


CREATE TRIGGER pgtrigger_no_truncate_8713e BEFORE TRUNCATE ON public.finance_invoice FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_8713e();


COMMENT ON TRIGGER pgtrigger_no_truncate_8713e ON public.finance_invoice IS 'ecac8f0de5dd31a9592710b247e2adee7fbec7a7';


CREATE TRIGGER pgtrigger_no_truncate_87b05 BEFORE TRUNCATE ON public.fiscal_taxclasshistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_87b05();


COMMENT ON TRIGGER pgtrigger_no_truncate_87b05 ON public.fiscal_taxclasshistory IS '87b90884f7632d0b04a6b83dee0ade1d9ea71203';


CREATE TRIGGER pgtrigger_no_truncate_8e008 BEFORE TRUNCATE ON public.accounts_apikeyhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_8e008();


COMMENT ON TRIGGER pgtrigger_no_truncate_8e008 ON public.accounts_apikeyhistory IS '56d146e98e670b637469b26e28fd49d2ccce726d';


CREATE TRIGGER pgtrigger_no_truncate_93068 BEFORE TRUNCATE ON public.payments_tenderrefundhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_93068();


COMMENT ON TRIGGER pgtrigger_no_truncate_93068 ON public.payments_tenderrefundhistory IS 'e268813b2c1bb36b8460c3b689b622c1521d1547';


CREATE TRIGGER pgtrigger_no_truncate_9bc06 BEFORE TRUNCATE ON public.organisation_branchhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_9bc06();


COMMENT ON TRIGGER pgtrigger_no_truncate_9bc06 ON public.organisation_branchhistory IS '279fc473d9fb28ed65f5631ce7bbcbf98d54fed5';


CREATE TRIGGER pgtrigger_no_truncate_a1849 BEFORE TRUNCATE ON public.sync_accountlocationhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_a1849();


COMMENT ON TRIGGER pgtrigger_no_truncate_a1849 ON public.sync_accountlocationhistory IS '7a4baaf189443cac82c9543c8b777bc9bceea0f7';


CREATE TRIGGER pgtrigger_no_truncate_a9314 BEFORE TRUNCATE ON public.fiscal_taxratehistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_a9314();


COMMENT ON TRIGGER pgtrigger_no_truncate_a9314 ON public.fiscal_taxratehistory IS 'a292e584d4ec45faa4cbe9f5462a6532b36c28e7';


CREATE TRIGGER pgtrigger_no_truncate_b43e6 BEFORE TRUNCATE ON public.inventory_stockcounthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_b43e6();


COMMENT ON TRIGGER pgtrigger_no_truncate_b43e6 ON public.inventory_stockcounthistory IS '3309c9368e52464fb93911a142b83a1b47d36308';


CREATE TRIGGER pgtrigger_no_truncate_b5671 BEFORE TRUNCATE ON public.finance_accountmappinghistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_b5671();


COMMENT ON TRIGGER pgtrigger_no_truncate_b5671 ON public.finance_accountmappinghistory IS 'dda3fe645385c6168ca4db87ddcdb2e950d35a8e';


CREATE TRIGGER pgtrigger_no_truncate_c1a7d BEFORE TRUNCATE ON public.orders_orderhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_c1a7d();


COMMENT ON TRIGGER pgtrigger_no_truncate_c1a7d ON public.orders_orderhistory IS '630d8edc6065f3fd1313450589910f10573f4c16';


CREATE TRIGGER pgtrigger_no_truncate_c9ff8 BEFORE TRUNCATE ON public.inventory_countlinehistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_c9ff8();


COMMENT ON TRIGGER pgtrigger_no_truncate_c9ff8 ON public.inventory_countlinehistory IS 'fc8edfc8c16daac9f486e8128d48fb0adcd8ed7b';


CREATE TRIGGER pgtrigger_no_truncate_caad9 BEFORE TRUNCATE ON public.payments_tenderhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_caad9();


COMMENT ON TRIGGER pgtrigger_no_truncate_caad9 ON public.payments_tenderhistory IS '6baaaa575e9a017f22ebb69a16567657f9983a95';


CREATE TRIGGER pgtrigger_no_truncate_cece7 BEFORE TRUNCATE ON public.finance_entry FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_cece7();


COMMENT ON TRIGGER pgtrigger_no_truncate_cece7 ON public.finance_entry IS '284498a117f2180023299916198011f6356c49f0';


CREATE TRIGGER pgtrigger_no_truncate_d0765 BEFORE TRUNCATE ON public.organisation_saleschannelhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_d0765();


COMMENT ON TRIGGER pgtrigger_no_truncate_d0765 ON public.organisation_saleschannelhistory IS '4dff92754abfe07ab76841c30f84754ebf5cb0af';


CREATE TRIGGER pgtrigger_no_truncate_df514 BEFORE TRUNCATE ON public.orders_orderrefund FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_df514();


COMMENT ON TRIGGER pgtrigger_no_truncate_df514 ON public.orders_orderrefund IS '61fc116861ab089b87ddb6d446b555564630abc9';


CREATE TRIGGER pgtrigger_no_truncate_e2997 BEFORE TRUNCATE ON public.finance_auditrun FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_e2997();


COMMENT ON TRIGGER pgtrigger_no_truncate_e2997 ON public.finance_auditrun IS 'ea11c68f948aa62206b7a2961e58c5876efca6bb';


CREATE TRIGGER pgtrigger_no_truncate_e5360 BEFORE TRUNCATE ON public.finance_invoiceline FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_e5360();


COMMENT ON TRIGGER pgtrigger_no_truncate_e5360 ON public.finance_invoiceline IS 'a31a4a86d5dfad9c6842724f162c8d3cba81903f';


CREATE TRIGGER pgtrigger_no_truncate_ef975 BEFORE TRUNCATE ON public.shipping_shipmenthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_ef975();


COMMENT ON TRIGGER pgtrigger_no_truncate_ef975 ON public.shipping_shipmenthistory IS '062bb2fd10de5858af4c2ee26651fcfc5572eb7d';


CREATE TRIGGER pgtrigger_no_truncate_f4638 BEFORE TRUNCATE ON public.documents_documenthistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_f4638();


COMMENT ON TRIGGER pgtrigger_no_truncate_f4638 ON public.documents_documenthistory IS 'e404a42437ee99a1ca9641beeb403f3a70ba0ed1';


CREATE TRIGGER pgtrigger_no_truncate_f60c9 BEFORE TRUNCATE ON public.carriers_labelhistory FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_f60c9();


COMMENT ON TRIGGER pgtrigger_no_truncate_f60c9 ON public.carriers_labelhistory IS '401029a7a23c97a40d70e3c115351e4693d875b0';


CREATE TRIGGER pgtrigger_no_truncate_fed12 BEFORE TRUNCATE ON public.inventory_stockmove FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_fed12();


COMMENT ON TRIGGER pgtrigger_no_truncate_fed12 ON public.inventory_stockmove IS 'ef4a87b8e393cc80bbd93219b50e227926152710';


CREATE TRIGGER pgtrigger_no_truncate_ff08f BEFORE TRUNCATE ON public.orders_ordercharge FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_ff08f();


COMMENT ON TRIGGER pgtrigger_no_truncate_ff08f ON public.orders_ordercharge IS '8fa957ca5765a02547d1674a3377d5aaebf697b7';


CREATE TRIGGER pgtrigger_owner_is_settled_292d8 BEFORE INSERT OR UPDATE ON public.accounts_membership FOR EACH ROW WHEN (((new.role)::text = 'owner'::text)) EXECUTE FUNCTION public.pgtrigger_owner_is_settled_292d8();


COMMENT ON TRIGGER pgtrigger_owner_is_settled_292d8 ON public.accounts_membership IS '860f61bbf9315e9979fc5d6f50ecd0a770706f53';


CREATE TRIGGER pgtrigger_past_is_fixed_f7828 BEFORE DELETE OR UPDATE ON public.fiscal_taxrate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_past_is_fixed_f7828();


COMMENT ON TRIGGER pgtrigger_past_is_fixed_f7828 ON public.fiscal_taxrate IS 'de07aeb4e23c8053593ae3c15d4d020790c3ad46';


CREATE TRIGGER pgtrigger_place_is_fixed_3adb9 BEFORE UPDATE ON public.inventory_location FOR EACH ROW WHEN (((old.company_id IS DISTINCT FROM new.company_id) OR (old.branch_id IS DISTINCT FROM new.branch_id) OR (old.parent_id IS DISTINCT FROM new.parent_id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.lineage IS DISTINCT FROM new.lineage))) EXECUTE FUNCTION public.pgtrigger_place_is_fixed_3adb9();


COMMENT ON TRIGGER pgtrigger_place_is_fixed_3adb9 ON public.inventory_location IS 'c51ef2e936903449dc7c4f816a1beab6057ed116';


CREATE TRIGGER pgtrigger_stamp_transaction_3dcb5 BEFORE INSERT ON public.finance_entry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_stamp_transaction_3dcb5();


COMMENT ON TRIGGER pgtrigger_stamp_transaction_3dcb5 ON public.finance_entry IS '53463ca8c7af9e727c8cd64468bc64338086a2c1';


CREATE TRIGGER pgtrigger_stamp_transaction_45293 BEFORE INSERT ON public.finance_invoice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_stamp_transaction_45293();


COMMENT ON TRIGGER pgtrigger_stamp_transaction_45293 ON public.finance_invoice IS '88dbecbb167a7297940527e2a20708aefd97867e';


CREATE TRIGGER pgtrigger_update_update_0393b AFTER UPDATE ON public.inventory_transferline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0393b();


COMMENT ON TRIGGER pgtrigger_update_update_0393b ON public.inventory_transferline IS '6b2516557d399efe83551290d6d344d6d85e1030';


CREATE TRIGGER pgtrigger_update_update_04305 AFTER UPDATE ON public.fiscal_taxclass FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_04305();


COMMENT ON TRIGGER pgtrigger_update_update_04305 ON public.fiscal_taxclass IS 'c732aeb81a9dd6d26fb411d51488eec856e20de6';


CREATE TRIGGER pgtrigger_update_update_0e890 AFTER UPDATE ON public.accounts_user FOR EACH ROW WHEN (((old.created_at IS DISTINCT FROM new.created_at) OR (old.id IS DISTINCT FROM new.id) OR (old.is_active IS DISTINCT FROM new.is_active) OR (old.is_staff IS DISTINCT FROM new.is_staff) OR ((old.language)::text IS DISTINCT FROM (new.language)::text) OR (old.runs_installation IS DISTINCT FROM new.runs_installation) OR ((old.theme)::text IS DISTINCT FROM (new.theme)::text) OR ((old.time_zone)::text IS DISTINCT FROM (new.time_zone)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_0e890();


COMMENT ON TRIGGER pgtrigger_update_update_0e890 ON public.accounts_user IS '49efd7e5eaf9d52441700c8143ecca4e3b06f92d';


CREATE TRIGGER pgtrigger_update_update_12923 AFTER UPDATE ON public.sync_channelaccount FOR EACH ROW WHEN ((((old.channel)::text IS DISTINCT FROM (new.channel)::text) OR (old.company_id IS DISTINCT FROM new.company_id) OR (old.connected_at IS DISTINCT FROM new.connected_at) OR (old.id IS DISTINCT FROM new.id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.sales_channel_id IS DISTINCT FROM new.sales_channel_id) OR (old.seal IS DISTINCT FROM new.seal) OR (old.settings IS DISTINCT FROM new.settings) OR ((old.status)::text IS DISTINCT FROM (new.status)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_12923();


COMMENT ON TRIGGER pgtrigger_update_update_12923 ON public.sync_channelaccount IS 'ecbf4ebe23ada2e10026d068f4e2243e90e4ad58';


CREATE TRIGGER pgtrigger_update_update_1464a AFTER UPDATE ON public.payments_tender FOR EACH ROW WHEN (((old.amount IS DISTINCT FROM new.amount) OR (old.at IS DISTINCT FROM new.at) OR (old.company_id IS DISTINCT FROM new.company_id) OR ((old.currency)::text IS DISTINCT FROM (new.currency)::text) OR ((old.gateway)::text IS DISTINCT FROM (new.gateway)::text) OR (old.id IS DISTINCT FROM new.id) OR ((old.method)::text IS DISTINCT FROM (new.method)::text) OR ((old.owner_key)::text IS DISTINCT FROM (new.owner_key)::text) OR ((old.owner_kind)::text IS DISTINCT FROM (new.owner_kind)::text) OR ((old.remote_id)::text IS DISTINCT FROM (new.remote_id)::text) OR ((old.source)::text IS DISTINCT FROM (new.source)::text) OR ((old.state)::text IS DISTINCT FROM (new.state)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_1464a();


COMMENT ON TRIGGER pgtrigger_update_update_1464a ON public.payments_tender IS 'fc252b0245d076025b01ec8deb7875799223bdb0';


CREATE TRIGGER pgtrigger_update_update_1c34c AFTER UPDATE ON public.accounts_apikey FOR EACH ROW WHEN (((old.branch_id IS DISTINCT FROM new.branch_id) OR (old.company_id IS DISTINCT FROM new.company_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.created_by_id IS DISTINCT FROM new.created_by_id) OR (old.expires_at IS DISTINCT FROM new.expires_at) OR (old.id IS DISTINCT FROM new.id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.prefix)::text IS DISTINCT FROM (new.prefix)::text) OR (old.reads IS DISTINCT FROM new.reads) OR (old.revoked_at IS DISTINCT FROM new.revoked_at) OR (old.scopes IS DISTINCT FROM new.scopes))) EXECUTE FUNCTION public.pgtrigger_update_update_1c34c();


COMMENT ON TRIGGER pgtrigger_update_update_1c34c ON public.accounts_apikey IS '98407eb613b9f575ca87ceb2a18befad4615c9ab';


CREATE TRIGGER pgtrigger_update_update_20ab5 AFTER UPDATE ON public.accounts_membership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_20ab5();


COMMENT ON TRIGGER pgtrigger_update_update_20ab5 ON public.accounts_membership IS '1c577fa73edeb8a75f490991908925605e35951c';


CREATE TRIGGER pgtrigger_update_update_25c89 AFTER UPDATE ON public.crm_customeremail FOR EACH ROW WHEN (((old.company_id IS DISTINCT FROM new.company_id) OR (old.customer_id IS DISTINCT FROM new.customer_id) OR (old.id IS DISTINCT FROM new.id) OR (old.relay IS DISTINCT FROM new.relay) OR (old.verified IS DISTINCT FROM new.verified))) EXECUTE FUNCTION public.pgtrigger_update_update_25c89();


COMMENT ON TRIGGER pgtrigger_update_update_25c89 ON public.crm_customeremail IS '47debb68ada474fb9b382f604b278f2b89b41c52';


CREATE TRIGGER pgtrigger_update_update_2c843 AFTER UPDATE ON public.crm_customer FOR EACH ROW WHEN (((old.canonical_id IS DISTINCT FROM new.canonical_id) OR (old.company_id IS DISTINCT FROM new.company_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR ((old.language)::text IS DISTINCT FROM (new.language)::text) OR ((old.status)::text IS DISTINCT FROM (new.status)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_2c843();


COMMENT ON TRIGGER pgtrigger_update_update_2c843 ON public.crm_customer IS '314e03d9dff2613f11a027637c85643f38458a87';


CREATE TRIGGER pgtrigger_update_update_33415 AFTER UPDATE ON public.inventory_location FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_33415();


COMMENT ON TRIGGER pgtrigger_update_update_33415 ON public.inventory_location IS '676f2b0c19769d43207ef1aa6855d8fd072c108e';


CREATE TRIGGER pgtrigger_update_update_36125 AFTER UPDATE ON public.shipping_shippingrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_36125();


COMMENT ON TRIGGER pgtrigger_update_update_36125 ON public.shipping_shippingrule IS '21e946b413cc61f30ca851542bc4c79c4fd137be';


CREATE TRIGGER pgtrigger_update_update_384b8 AFTER UPDATE ON public.shipping_shipment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_384b8();


COMMENT ON TRIGGER pgtrigger_update_update_384b8 ON public.shipping_shipment IS '428af0cbc00192500d2c1f1e38015d973cd86077';


CREATE TRIGGER pgtrigger_update_update_3bee8 AFTER UPDATE ON public.finance_account FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3bee8();


COMMENT ON TRIGGER pgtrigger_update_update_3bee8 ON public.finance_account IS '6b4e053b254cc4aa7b736dbd05c27e4cf13f234d';


CREATE TRIGGER pgtrigger_update_update_3c9b7 AFTER UPDATE ON public.inventory_countline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3c9b7();


COMMENT ON TRIGGER pgtrigger_update_update_3c9b7 ON public.inventory_countline IS '94afd31127f3b97ffe0560e6d6f1e7701331251c';


CREATE TRIGGER pgtrigger_update_update_40f40 AFTER UPDATE ON public.finance_accountmapping FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_40f40();


COMMENT ON TRIGGER pgtrigger_update_update_40f40 ON public.finance_accountmapping IS '7b6207244946b10dce62fa9a5cda6ea542144f84';


CREATE TRIGGER pgtrigger_update_update_57e0d AFTER UPDATE ON public.fiscal_numberseries FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_57e0d();


COMMENT ON TRIGGER pgtrigger_update_update_57e0d ON public.fiscal_numberseries IS '96024c68b8daf00d4e3dbbac8136d93ff6f4b360';


CREATE TRIGGER pgtrigger_update_update_580c5 AFTER UPDATE ON public.catalog_product REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_580c5();


COMMENT ON TRIGGER pgtrigger_update_update_580c5 ON public.catalog_product IS '064c38e738eecba99b18354e2a00cfae1b097967';


CREATE TRIGGER pgtrigger_update_update_615d7 AFTER UPDATE ON public.inventory_stockcount FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_615d7();


COMMENT ON TRIGGER pgtrigger_update_update_615d7 ON public.inventory_stockcount IS '61a3bbff42caf6a42a02b2b250fbc9e8a68118e9';


CREATE TRIGGER pgtrigger_update_update_683b9 AFTER UPDATE ON public.carriers_carrieraccount FOR EACH ROW WHEN (((old.active IS DISTINCT FROM new.active) OR ((old.carrier)::text IS DISTINCT FROM (new.carrier)::text) OR (old.company_id IS DISTINCT FROM new.company_id) OR (old.id IS DISTINCT FROM new.id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.problem)::text IS DISTINCT FROM (new.problem)::text) OR (old.seal IS DISTINCT FROM new.seal) OR (old.settings IS DISTINCT FROM new.settings))) EXECUTE FUNCTION public.pgtrigger_update_update_683b9();


COMMENT ON TRIGGER pgtrigger_update_update_683b9 ON public.carriers_carrieraccount IS '8bf3edc9eced254dd7dbaa0af60fb911b652e531';


CREATE TRIGGER pgtrigger_update_update_6b08c AFTER UPDATE ON public.fiscal_taxrate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6b08c();


COMMENT ON TRIGGER pgtrigger_update_update_6b08c ON public.fiscal_taxrate IS 'c5b83758a30536337cac0b13fc3fb7451e9006dc';


CREATE TRIGGER pgtrigger_update_update_6d494 AFTER UPDATE ON public.pricing_pricelist FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6d494();


COMMENT ON TRIGGER pgtrigger_update_update_6d494 ON public.pricing_pricelist IS '80f85ac5f3abd8cae648d2117df15b2f245d49f5';


CREATE TRIGGER pgtrigger_update_update_6f000 AFTER UPDATE ON public.organisation_saleschannel FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6f000();


COMMENT ON TRIGGER pgtrigger_update_update_6f000 ON public.organisation_saleschannel IS '84f337b90f91f252555f0c0732f92c44301206d4';


CREATE TRIGGER pgtrigger_update_update_711b4 AFTER UPDATE ON public.inventory_goodsin FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_711b4();


COMMENT ON TRIGGER pgtrigger_update_update_711b4 ON public.inventory_goodsin IS '4810f68fb6b923b1d339720b9b859839741a5566';


CREATE TRIGGER pgtrigger_update_update_83181 AFTER UPDATE ON public.payments_tenderrefund FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_83181();


COMMENT ON TRIGGER pgtrigger_update_update_83181 ON public.payments_tenderrefund IS '61f5a0224d761660b71118f3575523b1c90f98cc';


CREATE TRIGGER pgtrigger_update_update_858c9 AFTER UPDATE ON public.catalog_producttext REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_858c9();


COMMENT ON TRIGGER pgtrigger_update_update_858c9 ON public.catalog_producttext IS '8cd8550a18de5aabf9e449f2b3850999e9756cf5';


CREATE TRIGGER pgtrigger_update_update_8e199 AFTER UPDATE ON public.catalog_barcode REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_8e199();


COMMENT ON TRIGGER pgtrigger_update_update_8e199 ON public.catalog_barcode IS '69ef934e9cf6ad3b974bfd6ecd232578bc3f30c9';


CREATE TRIGGER pgtrigger_update_update_96e62 AFTER UPDATE ON public.organisation_department FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_96e62();


COMMENT ON TRIGGER pgtrigger_update_update_96e62 ON public.organisation_department IS 'f6cfa0b5ceeecf9af505786bbe3b46d7d3b354b0';


CREATE TRIGGER pgtrigger_update_update_9f5ea AFTER UPDATE ON public.sync_accountlocation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9f5ea();


COMMENT ON TRIGGER pgtrigger_update_update_9f5ea ON public.sync_accountlocation IS '71646c06d257a69d350951cf95fd0c1c81210df4';


CREATE TRIGGER pgtrigger_update_update_a028e AFTER UPDATE ON public.mail_mailtemplate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a028e();


COMMENT ON TRIGGER pgtrigger_update_update_a028e ON public.mail_mailtemplate IS '7375006f7f6290d69ace7d89a3837d4f76310ac5';


CREATE TRIGGER pgtrigger_update_update_a3ed6 AFTER UPDATE ON public.documents_document FOR EACH ROW WHEN (((old.company_id IS DISTINCT FROM new.company_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR ((old.created_by_key)::text IS DISTINCT FROM (new.created_by_key)::text) OR ((old.created_by_kind)::text IS DISTINCT FROM (new.created_by_kind)::text) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR ((old.media_type)::text IS DISTINCT FROM (new.media_type)::text) OR ((old.owner_key)::text IS DISTINCT FROM (new.owner_key)::text) OR ((old.owner_kind)::text IS DISTINCT FROM (new.owner_kind)::text) OR ((old.path)::text IS DISTINCT FROM (new.path)::text) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text) OR (old.size IS DISTINCT FROM new.size))) EXECUTE FUNCTION public.pgtrigger_update_update_a3ed6();


COMMENT ON TRIGGER pgtrigger_update_update_a3ed6 ON public.documents_document IS '05318009baaf6a34ef08417dcd13c3d55d65fbb6';


CREATE TRIGGER pgtrigger_update_update_aecdf AFTER UPDATE ON public.catalog_productoption FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_aecdf();


COMMENT ON TRIGGER pgtrigger_update_update_aecdf ON public.catalog_productoption IS '8ee2300a54c3c0e3cd75d90c17bd590bb13c3a67';


CREATE TRIGGER pgtrigger_update_update_b6781 AFTER UPDATE ON public.catalog_kitcomponent FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b6781();


COMMENT ON TRIGGER pgtrigger_update_update_b6781 ON public.catalog_kitcomponent IS 'ff62e0955c20697ad5b914ed275801d6bfd1315d';


CREATE TRIGGER pgtrigger_update_update_be6d9 AFTER UPDATE ON public.inventory_transfer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_be6d9();


COMMENT ON TRIGGER pgtrigger_update_update_be6d9 ON public.inventory_transfer IS '74062323d8d094192f73c8d57c4c9b5adc320df4';


CREATE TRIGGER pgtrigger_update_update_c2188 AFTER UPDATE ON public.carriers_deliverymethod FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c2188();


COMMENT ON TRIGGER pgtrigger_update_update_c2188 ON public.carriers_deliverymethod IS 'eb1c07068735f61c4fa6f486f2036d0a0aaa7c1d';


CREATE TRIGGER pgtrigger_update_update_c5d0c AFTER UPDATE ON public.pricing_price FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c5d0c();


COMMENT ON TRIGGER pgtrigger_update_update_c5d0c ON public.pricing_price IS 'c220c71d48c6e65d09cd2609e5246eff344023ad';


CREATE TRIGGER pgtrigger_update_update_ccd3a AFTER UPDATE ON public.carriers_label FOR EACH ROW WHEN (((old.account_id IS DISTINCT FROM new.account_id) OR (old.asked_at IS DISTINCT FROM new.asked_at) OR (old.attempt IS DISTINCT FROM new.attempt) OR (old.bought_at IS DISTINCT FROM new.bought_at) OR (old.company_id IS DISTINCT FROM new.company_id) OR (old.cost IS DISTINCT FROM new.cost) OR ((old.currency)::text IS DISTINCT FROM (new.currency)::text) OR (old.id IS DISTINCT FROM new.id) OR ((old.owner_key)::text IS DISTINCT FROM (new.owner_key)::text) OR ((old.owner_kind)::text IS DISTINCT FROM (new.owner_kind)::text) OR ((old.reason)::text IS DISTINCT FROM (new.reason)::text) OR ((old.remote_id)::text IS DISTINCT FROM (new.remote_id)::text) OR ((old.status)::text IS DISTINCT FROM (new.status)::text) OR ((old.tracking)::text IS DISTINCT FROM (new.tracking)::text) OR ((old.tracking_number)::text IS DISTINCT FROM (new.tracking_number)::text) OR ((old.tracking_url)::text IS DISTINCT FROM (new.tracking_url)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_ccd3a();


COMMENT ON TRIGGER pgtrigger_update_update_ccd3a ON public.carriers_label IS 'e3c97c36ff1bf9d2e20f8e66f7d43b2e330f9b81';


CREATE TRIGGER pgtrigger_update_update_cf6e8 AFTER UPDATE ON public.crm_customeridentity FOR EACH ROW WHEN (((old.company_id IS DISTINCT FROM new.company_id) OR (old.customer_id IS DISTINCT FROM new.customer_id) OR (old.id IS DISTINCT FROM new.id) OR ((old.source)::text IS DISTINCT FROM (new.source)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_cf6e8();


COMMENT ON TRIGGER pgtrigger_update_update_cf6e8 ON public.crm_customeridentity IS '1bbca1273fe9865af8fcf824a8662a8c79940144';


CREATE TRIGGER pgtrigger_update_update_d4b84 AFTER UPDATE ON public.orders_order FOR EACH ROW WHEN (((old.branch_id IS DISTINCT FROM new.branch_id) OR ((old.buyer_currency)::text IS DISTINCT FROM (new.buyer_currency)::text) OR (old.buyer_total IS DISTINCT FROM new.buyer_total) OR ((old.cancel_reason)::text IS DISTINCT FROM (new.cancel_reason)::text) OR (old.cancelled_at IS DISTINCT FROM new.cancelled_at) OR (old.company_id IS DISTINCT FROM new.company_id) OR (old.completed_at IS DISTINCT FROM new.completed_at) OR (old.created_at IS DISTINCT FROM new.created_at) OR ((old.currency)::text IS DISTINCT FROM (new.currency)::text) OR (old.customer_id IS DISTINCT FROM new.customer_id) OR ((old.delivery_method)::text IS DISTINCT FROM (new.delivery_method)::text) OR (old.discount_total IS DISTINCT FROM new.discount_total) OR (old.duty_total IS DISTINCT FROM new.duty_total) OR (old.fee_total IS DISTINCT FROM new.fee_total) OR (old.holds IS DISTINCT FROM new.holds) OR (old.id IS DISTINCT FROM new.id) OR (old.identity_difference IS DISTINCT FROM new.identity_difference) OR ((old.language)::text IS DISTINCT FROM (new.language)::text) OR (old.lines_total IS DISTINCT FROM new.lines_total) OR (old.locations IS DISTINCT FROM new.locations) OR ((old.number)::text IS DISTINCT FROM (new.number)::text) OR (old.parcels_arrived IS DISTINCT FROM new.parcels_arrived) OR (old.parcels_sent IS DISTINCT FROM new.parcels_sent) OR ((old.payment_status)::text IS DISTINCT FROM (new.payment_status)::text) OR ((old.payment_terms)::text IS DISTINCT FROM (new.payment_terms)::text) OR (old.placed_at IS DISTINCT FROM new.placed_at) OR (old.prices_include_tax IS DISTINCT FROM new.prices_include_tax) OR (old.ready_at IS DISTINCT FROM new.ready_at) OR (old.rounding_total IS DISTINCT FROM new.rounding_total) OR (old.sales_channel_id IS DISTINCT FROM new.sales_channel_id) OR (old.shipping_total IS DISTINCT FROM new.shipping_total) OR (old.short IS DISTINCT FROM new.short) OR ((old.source)::text IS DISTINCT FROM (new.source)::text) OR ((old.source_digest)::text IS DISTINCT FROM (new.source_digest)::text) OR ((old.source_number)::text IS DISTINCT FROM (new.source_number)::text) OR ((old.source_ref)::text IS DISTINCT FROM (new.source_ref)::text) OR (old.source_updated_at IS DISTINCT FROM new.source_updated_at) OR ((old.status)::text IS DISTINCT FROM (new.status)::text) OR (old.tax_total IS DISTINCT FROM new.tax_total) OR (old.tip_total IS DISTINCT FROM new.tip_total) OR (old.total IS DISTINCT FROM new.total))) EXECUTE FUNCTION public.pgtrigger_update_update_d4b84();


COMMENT ON TRIGGER pgtrigger_update_update_d4b84 ON public.orders_order IS '2d7a94c1c9026e094a709ad5f182e424f9ff0668';


CREATE TRIGGER pgtrigger_update_update_e6475 AFTER UPDATE ON public.catalog_picture FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e6475();


COMMENT ON TRIGGER pgtrigger_update_update_e6475 ON public.catalog_picture IS '73e0eed231e4f05842f058a455dd88329bf4c632';


CREATE TRIGGER pgtrigger_update_update_e67df AFTER UPDATE ON public.orders_orderline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e67df();


COMMENT ON TRIGGER pgtrigger_update_update_e67df ON public.orders_orderline IS 'cbcfd7e1691e0b3863fee14f7df32bafa606af00';


CREATE TRIGGER pgtrigger_update_update_ee635 AFTER UPDATE ON public.catalog_variant REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_ee635();


COMMENT ON TRIGGER pgtrigger_update_update_ee635 ON public.catalog_variant IS '2ddfbf150a8c120439f7401d75a276ffe7fedea1';


CREATE TRIGGER pgtrigger_update_update_fd854 AFTER UPDATE ON public.organisation_company FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_fd854();


COMMENT ON TRIGGER pgtrigger_update_update_fd854 ON public.organisation_company IS '3460b14af87178db546bdc08b81ffa9bd841be3e';


CREATE TRIGGER pgtrigger_update_update_ff5f6 AFTER UPDATE ON public.organisation_branch FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ff5f6();


COMMENT ON TRIGGER pgtrigger_update_update_ff5f6 ON public.organisation_branch IS 'ece6d66d9e95773dee7faef054229abaeeba50fc';


CREATE TRIGGER pgtrigger_used_is_fixed_ac415 BEFORE UPDATE ON public.fiscal_numberseries FOR EACH ROW WHEN ((((old.pattern)::text <> (new.pattern)::text) OR ((old.period)::text <> (new.period)::text) OR (old.company_id <> new.company_id) OR ((old.kind)::text <> (new.kind)::text) OR (old.retired_at IS NOT NULL))) EXECUTE FUNCTION public.pgtrigger_used_is_fixed_ac415();


COMMENT ON TRIGGER pgtrigger_used_is_fixed_ac415 ON public.fiscal_numberseries IS 'df4036a48c862ad8848ae07f1eeee41abe0858b3';


CREATE TRIGGER pgtrigger_with_its_entry_5ed7d AFTER INSERT ON public.finance_entryline REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_with_its_entry_5ed7d();


COMMENT ON TRIGGER pgtrigger_with_its_entry_5ed7d ON public.finance_entryline IS '59128b0d34301c05f9af5089131d17ce0f3f9e5b';


CREATE TRIGGER pgtrigger_with_its_invoice_5adeb AFTER INSERT ON public.finance_invoicetax REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_with_its_invoice_5adeb();


COMMENT ON TRIGGER pgtrigger_with_its_invoice_5adeb ON public.finance_invoicetax IS '5180da008605834e02d8f677b58c2b564777eb9e';


CREATE TRIGGER pgtrigger_with_its_invoice_e5426 AFTER INSERT ON public.finance_invoiceline REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_with_its_invoice_e5426();


COMMENT ON TRIGGER pgtrigger_with_its_invoice_e5426 ON public.finance_invoiceline IS '8f74cd7858b09f91626ca9f7f2f78cbcc266966e';


CREATE CONSTRAINT TRIGGER tender_balance_is_sum AFTER INSERT OR UPDATE ON public.payments_tenderbalance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.payments_prove();


CREATE TRIGGER tender_counted AFTER INSERT OR DELETE OR UPDATE ON public.payments_tender FOR EACH ROW EXECUTE FUNCTION public.payments_count();


CREATE TRIGGER tender_refund_counted AFTER INSERT OR DELETE OR UPDATE ON public.payments_tenderrefund FOR EACH ROW EXECUTE FUNCTION public.payments_count();


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_apikey
    ADD CONSTRAINT accounts_apikey_branch_id_a599badb_fk_organisation_branch_id FOREIGN KEY (branch_id) REFERENCES public.organisation_branch(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_apikey
    ADD CONSTRAINT accounts_apikey_company_id_fa05431b_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_apikey
    ADD CONSTRAINT accounts_apikey_created_by_id_1b5317c8_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_branch_id_b27c398c_fk_organisat FOREIGN KEY (branch_id) REFERENCES public.organisation_branch(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_company_id_a85e43ce_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_user_id_487fb39e_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_apikey
    ADD CONSTRAINT api_key_branch_in_company FOREIGN KEY (branch_id, company_id) REFERENCES public.organisation_branch(id, company_id) DEFERRABLE;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_barcode
    ADD CONSTRAINT barcode_in_company_of_variant FOREIGN KEY (variant_id, company_id) REFERENCES public.catalog_variant(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.carriers_carrieraccount
    ADD CONSTRAINT carriers_carrieracco_company_id_2dc565b2_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.carriers_deliverymethod
    ADD CONSTRAINT carriers_deliverymet_account_id_4a92c6dc_fk_carriers_ FOREIGN KEY (account_id) REFERENCES public.carriers_carrieraccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.carriers_deliverymethod
    ADD CONSTRAINT carriers_deliverymet_company_id_57998a48_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.carriers_label
    ADD CONSTRAINT carriers_label_account_id_4529b9b8_fk_carriers_ FOREIGN KEY (account_id) REFERENCES public.carriers_carrieraccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.carriers_label
    ADD CONSTRAINT carriers_label_company_id_6cd8cd66_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.carriers_trackingreport
    ADD CONSTRAINT carriers_trackingreport_label_id_071fbf96_fk_carriers_label_id FOREIGN KEY (label_id) REFERENCES public.carriers_label(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_barcode
    ADD CONSTRAINT catalog_barcode_company_id_5b68f325_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_barcode
    ADD CONSTRAINT catalog_barcode_variant_id_f6de32e8_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_importrow
    ADD CONSTRAINT catalog_importrow_run_id_735c1682_fk_catalog_importrun_id FOREIGN KEY (run_id) REFERENCES public.catalog_importrun(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_importrun
    ADD CONSTRAINT catalog_importrun_company_id_ae3fcbcf_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_importrun
    ADD CONSTRAINT catalog_importrun_document_id_89a429fc_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_kitcomponent
    ADD CONSTRAINT catalog_kitcomponent_company_id_3d2cacde_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_kitcomponent
    ADD CONSTRAINT catalog_kitcomponent_component_id_a347b03b_fk_catalog_v FOREIGN KEY (component_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_kitcomponent
    ADD CONSTRAINT catalog_kitcomponent_kit_id_62de07ea_fk_catalog_variant_id FOREIGN KEY (kit_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_document_id_cc3a826a_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_product_id_e598270e_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_thumbnail_id_5440aca1_fk_documents_document_id FOREIGN KEY (thumbnail_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_variant_id_90588f9f_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_company_id_ec113db9_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_tax_class_id_ea135695_fk_fiscal_taxclass_id FOREIGN KEY (tax_class_id) REFERENCES public.fiscal_taxclass(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_product
    ADD CONSTRAINT catalog_product_unit_id_7a2d09c7_fk_catalog_unit_id FOREIGN KEY (unit_id) REFERENCES public.catalog_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_productoption
    ADD CONSTRAINT catalog_productoption_product_id_d81cc5b1_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_producttext
    ADD CONSTRAINT catalog_producttext_product_id_4b3ac41f_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT catalog_variant_company_id_14d3383e_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT catalog_variant_product_id_8a21d193_fk_catalog_product_id FOREIGN KEY (product_id) REFERENCES public.catalog_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.crm_address
    ADD CONSTRAINT crm_address_customer_id_ca5a61db_fk_crm_customer_id FOREIGN KEY (customer_id) REFERENCES public.crm_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.crm_customer
    ADD CONSTRAINT crm_customer_canonical_id_c964df3e_fk_crm_customer_id FOREIGN KEY (canonical_id) REFERENCES public.crm_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.crm_customer
    ADD CONSTRAINT crm_customer_company_id_41cc014c_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.crm_customeremail
    ADD CONSTRAINT crm_customeremail_company_id_1a4da339_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.crm_customeremail
    ADD CONSTRAINT crm_customeremail_customer_id_5c32560b_fk_crm_customer_id FOREIGN KEY (customer_id) REFERENCES public.crm_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.crm_customeridentity
    ADD CONSTRAINT crm_customeridentity_company_id_27682b5b_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.crm_customeridentity
    ADD CONSTRAINT crm_customeridentity_customer_id_b7b97e25_fk_crm_customer_id FOREIGN KEY (customer_id) REFERENCES public.crm_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.crm_customer
    ADD CONSTRAINT customer_canonical_is_last FOREIGN KEY (canonical_id, company_id, canonical_is_canonical) REFERENCES public.crm_customer(id, company_id, is_canonical);


ALTER TABLE ONLY public.crm_customeremail
    ADD CONSTRAINT customer_email_in_company_of_customer FOREIGN KEY (customer_id, company_id) REFERENCES public.crm_customer(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.crm_customeridentity
    ADD CONSTRAINT customer_identity_in_company_of_customer FOREIGN KEY (customer_id, company_id) REFERENCES public.crm_customer(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_celery_beat_periodictask
    ADD CONSTRAINT django_celery_beat_p_clocked_id_47a69f82_fk_django_ce FOREIGN KEY (clocked_id) REFERENCES public.django_celery_beat_clockedschedule(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_celery_beat_periodictask
    ADD CONSTRAINT django_celery_beat_p_crontab_id_d3cba168_fk_django_ce FOREIGN KEY (crontab_id) REFERENCES public.django_celery_beat_crontabschedule(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_celery_beat_periodictask
    ADD CONSTRAINT django_celery_beat_p_interval_id_a8ca27da_fk_django_ce FOREIGN KEY (interval_id) REFERENCES public.django_celery_beat_intervalschedule(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_celery_beat_periodictask
    ADD CONSTRAINT django_celery_beat_p_solar_id_a87ce72c_fk_django_ce FOREIGN KEY (solar_id) REFERENCES public.django_celery_beat_solarschedule(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_company_id_a2323c19_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.documents_documentread
    ADD CONSTRAINT documents_documentre_document_id_437e4d24_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_delivery
    ADD CONSTRAINT events_delivery_event_id_c08f510e_fk_events_event_id FOREIGN KEY (event_id) REFERENCES public.events_event(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_eventsubject
    ADD CONSTRAINT events_eventsubject_event_id_f7eeec31_fk_events_event_id FOREIGN KEY (event_id) REFERENCES public.events_event(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_account
    ADD CONSTRAINT finance_account_company_id_219edbf9_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_accountmapping
    ADD CONSTRAINT finance_accountmappi_account_id_e991d52d_fk_finance_a FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_accountmapping
    ADD CONSTRAINT finance_accountmappi_company_id_b1031e35_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_auditfinding
    ADD CONSTRAINT finance_auditfinding_run_id_d88d1397_fk_finance_auditrun_id FOREIGN KEY (run_id) REFERENCES public.finance_auditrun(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_auditrun
    ADD CONSTRAINT finance_auditrun_company_id_9d5d9783_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_entry
    ADD CONSTRAINT finance_entry_company_id_99d1b1f6_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_entry
    ADD CONSTRAINT finance_entry_reverses_id_5c3ccbfc_fk_finance_entry_id FOREIGN KEY (reverses_id) REFERENCES public.finance_entry(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_entryline
    ADD CONSTRAINT finance_entryline_account_id_280dbd13_fk_finance_account_id FOREIGN KEY (account_id) REFERENCES public.finance_account(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_entryline
    ADD CONSTRAINT finance_entryline_branch_id_25a72ec5_fk_organisation_branch_id FOREIGN KEY (branch_id) REFERENCES public.organisation_branch(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_entryline
    ADD CONSTRAINT finance_entryline_department_id_22ac4ea8_fk_organisat FOREIGN KEY (department_id) REFERENCES public.organisation_department(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_entryline
    ADD CONSTRAINT finance_entryline_entry_id_5ae558c2_fk_finance_entry_id FOREIGN KEY (entry_id) REFERENCES public.finance_entry(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_entryline
    ADD CONSTRAINT finance_entryline_sales_channel_id_47c530fd_fk_organisat FOREIGN KEY (sales_channel_id) REFERENCES public.organisation_saleschannel(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_invoice
    ADD CONSTRAINT finance_invoice_company_id_df5f5fdc_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_invoice
    ADD CONSTRAINT finance_invoice_corrects_id_1eae5685_fk_finance_invoice_id FOREIGN KEY (corrects_id) REFERENCES public.finance_invoice(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_invoice
    ADD CONSTRAINT finance_invoice_order_id_949a96ff_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_invoice
    ADD CONSTRAINT finance_invoice_series_id_eaf76ec1_fk_fiscal_numberseries_id FOREIGN KEY (series_id) REFERENCES public.fiscal_numberseries(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_invoicebuyer
    ADD CONSTRAINT finance_invoicebuyer_invoice_id_ca9e4839_fk_finance_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.finance_invoice(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_invoiceline
    ADD CONSTRAINT finance_invoiceline_charge_id_cb19693d_fk_orders_ordercharge_id FOREIGN KEY (charge_id) REFERENCES public.orders_ordercharge(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_invoiceline
    ADD CONSTRAINT finance_invoiceline_invoice_id_15a47d66_fk_finance_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.finance_invoice(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_invoiceline
    ADD CONSTRAINT finance_invoiceline_order_line_id_faf9bdb2_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.finance_invoicetax
    ADD CONSTRAINT finance_invoicetax_invoice_id_020bf75e_fk_finance_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.finance_invoice(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.fiscal_numbercounter
    ADD CONSTRAINT fiscal_numbercounter_series_id_31cbdcd6_fk_fiscal_nu FOREIGN KEY (series_id) REFERENCES public.fiscal_numberseries(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.fiscal_numberseries
    ADD CONSTRAINT fiscal_numberseries_company_id_e5babc33_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.fiscal_taxrate
    ADD CONSTRAINT fiscal_taxrate_tax_class_id_79752813_fk_fiscal_taxclass_id FOREIGN KEY (tax_class_id) REFERENCES public.fiscal_taxclass(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_content_type_id_7ade36b8_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_group_id_4bbbfb62_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.guardian_groupobjectpermission
    ADD CONSTRAINT guardian_groupobject_permission_id_36572738_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_content_type_id_2e892405_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_permission_id_71807bfc_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.guardian_userobjectpermission
    ADD CONSTRAINT guardian_userobjectp_user_id_d5c1e964_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_countline
    ADD CONSTRAINT inventory_countline_count_id_9f66a78e_fk_inventory FOREIGN KEY (count_id) REFERENCES public.inventory_stockcount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_countline
    ADD CONSTRAINT inventory_countline_location_id_616923a5_fk_inventory FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_countline
    ADD CONSTRAINT inventory_countline_variant_id_0d1f140f_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_goodsin
    ADD CONSTRAINT inventory_goodsin_company_id_f27bad40_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_goodsin
    ADD CONSTRAINT inventory_goodsin_location_id_f1e57e2e_fk_inventory_location_id FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT inventory_location_branch_id_35910275_fk_organisation_branch_id FOREIGN KEY (branch_id) REFERENCES public.organisation_branch(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT inventory_location_company_id_e43e1f7d_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT inventory_location_parent_id_34319007_fk_inventory_location_id FOREIGN KEY (parent_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_stockcount
    ADD CONSTRAINT inventory_stockcount_company_id_89669ddd_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_stockcount
    ADD CONSTRAINT inventory_stockcount_location_id_977bf006_fk_inventory FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_transfer
    ADD CONSTRAINT inventory_transfer_company_id_397e6e73_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_transfer
    ADD CONSTRAINT inventory_transfer_destination_id_9ba1071f_fk_inventory FOREIGN KEY (destination_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_transfer
    ADD CONSTRAINT inventory_transfer_source_id_37fc1dde_fk_inventory_location_id FOREIGN KEY (source_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_transferline
    ADD CONSTRAINT inventory_transferli_transfer_id_81657792_fk_inventory FOREIGN KEY (transfer_id) REFERENCES public.inventory_transfer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_transferline
    ADD CONSTRAINT inventory_transferli_variant_id_5b102f6c_fk_catalog_v FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_variantcost
    ADD CONSTRAINT inventory_variantcos_company_id_a283d65f_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_variantcost
    ADD CONSTRAINT inventory_variantcost_variant_id_b4b631b7_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.jobs_job
    ADD CONSTRAINT jobs_job_company_id_1f42ea7c_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_kitcomponent
    ADD CONSTRAINT kit_component_in_company_of_component FOREIGN KEY (component_id, company_id) REFERENCES public.catalog_variant(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_kitcomponent
    ADD CONSTRAINT kit_component_in_company_of_kit FOREIGN KEY (kit_id, company_id) REFERENCES public.catalog_variant(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.catalog_kitcomponent
    ADD CONSTRAINT kit_component_is_no_kit FOREIGN KEY (component_id, component_is_kit) REFERENCES public.catalog_variant(id, is_kit);


ALTER TABLE ONLY public.catalog_kitcomponent
    ADD CONSTRAINT kit_component_of_a_kit FOREIGN KEY (kit_id, kit_is_kit) REFERENCES public.catalog_variant(id, is_kit);


ALTER TABLE ONLY public.inventory_location
    ADD CONSTRAINT location_in_company_of_branch FOREIGN KEY (branch_id, company_id) REFERENCES public.organisation_branch(id, company_id);


ALTER TABLE ONLY public.mail_mailtemplate
    ADD CONSTRAINT mail_mailtemplate_company_id_1a0ed17a_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_message
    ADD CONSTRAINT mail_message_company_id_4a8778be_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT membership_branch_in_company FOREIGN KEY (branch_id, company_id) REFERENCES public.organisation_branch(id, company_id) DEFERRABLE;


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_acce_application_id_b22886e1_fk_oauth2_pr FOREIGN KEY (application_id) REFERENCES public.oauth2_provider_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_acce_id_token_id_85db651b_fk_oauth2_pr FOREIGN KEY (id_token_id) REFERENCES public.oauth2_provider_idtoken(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_acce_source_refresh_token_e66fbc72_fk_oauth2_pr FOREIGN KEY (source_refresh_token_id) REFERENCES public.oauth2_provider_refreshtoken(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_acce_user_id_6e4c9a65_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_application
    ADD CONSTRAINT oauth2_provider_appl_user_id_79829054_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_devicegrant
    ADD CONSTRAINT oauth2_provider_devi_user_id_1cec5156_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_grant
    ADD CONSTRAINT oauth2_provider_gran_application_id_81923564_fk_oauth2_pr FOREIGN KEY (application_id) REFERENCES public.oauth2_provider_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_grant
    ADD CONSTRAINT oauth2_provider_grant_user_id_e8f62af8_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_idtoken
    ADD CONSTRAINT oauth2_provider_idto_application_id_08c5ff4f_fk_oauth2_pr FOREIGN KEY (application_id) REFERENCES public.oauth2_provider_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_idtoken
    ADD CONSTRAINT oauth2_provider_idtoken_user_id_dd512b59_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refr_access_token_id_775e84e8_fk_oauth2_pr FOREIGN KEY (access_token_id) REFERENCES public.oauth2_provider_accesstoken(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refr_application_id_2d1c311b_fk_oauth2_pr FOREIGN KEY (application_id) REFERENCES public.oauth2_provider_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refr_user_id_da837fce_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT order_in_company_of_branch FOREIGN KEY (branch_id, company_id) REFERENCES public.organisation_branch(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT order_in_company_of_customer FOREIGN KEY (customer_id, company_id) REFERENCES public.crm_customer(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_branch_id_c857b51d_fk_organisation_branch_id FOREIGN KEY (branch_id) REFERENCES public.organisation_branch(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_company_id_fbc7ca11_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_customer_id_0b76f6a4_fk_crm_customer_id FOREIGN KEY (customer_id) REFERENCES public.crm_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_sales_channel_id_ea208085_fk_organisat FOREIGN KEY (sales_channel_id) REFERENCES public.organisation_saleschannel(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_orderaddress
    ADD CONSTRAINT orders_orderaddress_order_id_b1392cb3_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_ordercharge
    ADD CONSTRAINT orders_ordercharge_order_id_09acfa36_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_order_id_17f8f3ef_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_variant_id_0aa9a0d5_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_orderrefund
    ADD CONSTRAINT orders_orderrefund_order_id_dca01319_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_orderrefundline
    ADD CONSTRAINT orders_orderrefundli_order_line_id_45558e00_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.orders_orderrefundline
    ADD CONSTRAINT orders_orderrefundli_refund_id_f915a843_fk_orders_or FOREIGN KEY (refund_id) REFERENCES public.orders_orderrefund(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_branch
    ADD CONSTRAINT organisation_branch_company_id_8cb81aad_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_department
    ADD CONSTRAINT organisation_departm_company_id_e40edbf1_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_saleschannel
    ADD CONSTRAINT organisation_salesch_company_id_59e15ee9_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.payments_tender
    ADD CONSTRAINT payments_tender_company_id_5265c627_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.payments_tenderrefund
    ADD CONSTRAINT payments_tenderrefun_company_id_44f585ce_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.payments_tenderrefund
    ADD CONSTRAINT payments_tenderrefund_tender_id_aa0701c6_fk_payments_tender_id FOREIGN KEY (tender_id) REFERENCES public.payments_tender(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT price_in_company_of_list FOREIGN KEY (price_list_id, company_id) REFERENCES public.pricing_pricelist(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT price_in_company_of_variant FOREIGN KEY (variant_id, company_id) REFERENCES public.catalog_variant(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT pricing_price_company_id_6ad37b1f_fk_organisation_company_id FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT pricing_price_price_list_id_618540d7_fk_pricing_pricelist_id FOREIGN KEY (price_list_id) REFERENCES public.pricing_pricelist(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.pricing_price
    ADD CONSTRAINT pricing_price_variant_id_eedde902_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.pricing_pricelist
    ADD CONSTRAINT pricing_pricelist_company_id_bb53dd6f_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_reservation
    ADD CONSTRAINT reservation_in_level FOREIGN KEY (variant_id, location_id, company_id) REFERENCES public.inventory_stocklevel(variant_id, location_id, company_id);


ALTER TABLE ONLY public.search_searchentry
    ADD CONSTRAINT search_searchentry_company_id_2f72fb53_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipping_shipment_company_id_2e5edf5e_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipping_shipment_location_id_da2bc702_fk_inventory_location_id FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipping_shipment_method_id_77696269_fk_carriers_ FOREIGN KEY (method_id) REFERENCES public.carriers_deliverymethod(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shipment
    ADD CONSTRAINT shipping_shipment_order_id_3aa924dc_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shipmentline
    ADD CONSTRAINT shipping_shipmentlin_location_id_c6c82836_fk_inventory FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shipmentline
    ADD CONSTRAINT shipping_shipmentlin_order_line_id_88d50cfb_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shipmentline
    ADD CONSTRAINT shipping_shipmentlin_shipment_id_2a63811b_fk_shipping_ FOREIGN KEY (shipment_id) REFERENCES public.shipping_shipment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shipmentline
    ADD CONSTRAINT shipping_shipmentline_variant_id_473d784b_fk_catalog_variant_id FOREIGN KEY (variant_id) REFERENCES public.catalog_variant(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shippingrule
    ADD CONSTRAINT shipping_shippingrul_company_id_06687429_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.shipping_shippingrule
    ADD CONSTRAINT shipping_shippingrul_location_id_80807ad1_fk_inventory FOREIGN KEY (location_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_shortage
    ADD CONSTRAINT shortage_in_company_of_variant FOREIGN KEY (variant_id, company_id) REFERENCES public.catalog_variant(id, company_id);


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.inventory_stockcount
    ADD CONSTRAINT stock_count_in_company_of_location FOREIGN KEY (location_id, company_id) REFERENCES public.inventory_location(id, company_id);


ALTER TABLE ONLY public.inventory_stocklevel
    ADD CONSTRAINT stock_level_in_company_of_location FOREIGN KEY (location_id, company_id) REFERENCES public.inventory_location(id, company_id);


ALTER TABLE ONLY public.inventory_stocklevel
    ADD CONSTRAINT stock_level_in_company_of_variant FOREIGN KEY (variant_id, company_id) REFERENCES public.catalog_variant(id, company_id);


ALTER TABLE ONLY public.inventory_stocklevel
    ADD CONSTRAINT stock_level_in_stock_place FOREIGN KEY (location_id, in_stock_place) REFERENCES public.inventory_location(id, holds_stock);


ALTER TABLE ONLY public.inventory_stocklevel
    ADD CONSTRAINT stock_level_of_no_kit FOREIGN KEY (variant_id, of_kit) REFERENCES public.catalog_variant(id, is_kit);


ALTER TABLE ONLY public.inventory_stockmove
    ADD CONSTRAINT stock_move_in_company_of_destination FOREIGN KEY (destination_id, company_id) REFERENCES public.inventory_location(id, company_id);


ALTER TABLE ONLY public.inventory_stockmove
    ADD CONSTRAINT stock_move_in_company_of_source FOREIGN KEY (source_id, company_id) REFERENCES public.inventory_location(id, company_id);


ALTER TABLE ONLY public.inventory_stockmove
    ADD CONSTRAINT stock_move_in_company_of_variant FOREIGN KEY (variant_id, company_id) REFERENCES public.catalog_variant(id, company_id);


ALTER TABLE ONLY public.sync_accountlocation
    ADD CONSTRAINT sync_accountlocation_account_id_59143b61_fk_sync_chan FOREIGN KEY (account_id) REFERENCES public.sync_channelaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sync_accountlocation
    ADD CONSTRAINT sync_accountlocation_warehouse_id_ca1e8d0b_fk_inventory FOREIGN KEY (warehouse_id) REFERENCES public.inventory_location(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sync_binding
    ADD CONSTRAINT sync_binding_account_id_f13088c1_fk_sync_channelaccount_id FOREIGN KEY (account_id) REFERENCES public.sync_channelaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sync_budget
    ADD CONSTRAINT sync_budget_account_id_491dd0e5_fk_sync_channelaccount_id FOREIGN KEY (account_id) REFERENCES public.sync_channelaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sync_channelaccount
    ADD CONSTRAINT sync_channelaccount_company_id_868c80ce_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sync_channelaccount
    ADD CONSTRAINT sync_channelaccount_sales_channel_id_e088a51b_fk_organisat FOREIGN KEY (sales_channel_id) REFERENCES public.organisation_saleschannel(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sync_desiredstate
    ADD CONSTRAINT sync_desiredstate_account_id_efad6544_fk_sync_channelaccount_id FOREIGN KEY (account_id) REFERENCES public.sync_channelaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sync_inboundmessage
    ADD CONSTRAINT sync_inboundmessage_account_id_bdf6e341_fk_sync_chan FOREIGN KEY (account_id) REFERENCES public.sync_channelaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sync_refusal
    ADD CONSTRAINT sync_refusal_account_id_cfee9c12_fk_sync_channelaccount_id FOREIGN KEY (account_id) REFERENCES public.sync_channelaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sync_syncrun
    ADD CONSTRAINT sync_syncrun_account_id_fe830d5a_fk_sync_channelaccount_id FOREIGN KEY (account_id) REFERENCES public.sync_channelaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.payments_tenderrefund
    ADD CONSTRAINT tender_refund_of_same_owner FOREIGN KEY (tender_id, company_id, owner_kind, owner_key, currency) REFERENCES public.payments_tender(id, company_id, owner_kind, owner_key, currency);


ALTER TABLE ONLY public.inventory_transfer
    ADD CONSTRAINT transfer_in_company_of_destination FOREIGN KEY (destination_id, company_id) REFERENCES public.inventory_location(id, company_id);


ALTER TABLE ONLY public.inventory_transfer
    ADD CONSTRAINT transfer_in_company_of_source FOREIGN KEY (source_id, company_id) REFERENCES public.inventory_location(id, company_id);


ALTER TABLE ONLY public.inventory_variantcost
    ADD CONSTRAINT variant_cost_in_company_of_variant FOREIGN KEY (variant_id, company_id) REFERENCES public.catalog_variant(id, company_id);


ALTER TABLE ONLY public.catalog_variant
    ADD CONSTRAINT variant_in_company_of_product FOREIGN KEY (product_id, company_id) REFERENCES public.catalog_product(id, company_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.web_notice
    ADD CONSTRAINT web_notice_comment_id_7eb370eb_fk_web_comment_id FOREIGN KEY (comment_id) REFERENCES public.web_comment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workqueue_workitem
    ADD CONSTRAINT workqueue_workitem_company_id_4ad65f42_fk_organisat FOREIGN KEY (company_id) REFERENCES public.organisation_company(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workqueue_workitem
    ADD CONSTRAINT workqueue_workitem_owner_id_da67efd9_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


INSERT INTO public.django_migrations (app, name, applied) VALUES
('accounts', '0001_users', now()),
('account', '0001_initial', now()),
('account', '0002_email_max_length', now()),
('account', '0003_alter_emailaddress_create_unique_verified_email', now()),
('account', '0004_alter_emailaddress_drop_unique_email', now()),
('account', '0005_emailaddress_idx_upper_email', now()),
('account', '0006_emailaddress_lower', now()),
('account', '0007_emailaddress_idx_email', now()),
('account', '0008_emailaddress_unique_primary_email_fixup', now()),
('account', '0009_emailaddress_unique_primary_email', now()),
('organisation', '0001_companies', now()),
('organisation', '0002_history', now()),
('accounts', '0002_memberships_and_keys', now()),
('accounts', '0003_branch_in_company', now()),
('accounts', '0004_history', now()),
('accounts', '0005_installation', now()),
('accounts', '0006_first_owner_runs_installation', now()),
('contenttypes', '0001_initial', now()),
('admin', '0001_initial', now()),
('admin', '0002_logentry_remove_auto_add', now()),
('admin', '0003_logentry_add_action_flag_choices', now()),
('contenttypes', '0002_remove_content_type_name', now()),
('auth', '0001_initial', now()),
('auth', '0002_alter_permission_name_max_length', now()),
('auth', '0003_alter_user_email_max_length', now()),
('auth', '0004_alter_user_username_opts', now()),
('auth', '0005_alter_user_last_login_null', now()),
('auth', '0006_require_contenttypes_0002', now()),
('auth', '0007_alter_validators_add_error_messages', now()),
('auth', '0008_alter_user_username_max_length', now()),
('auth', '0009_alter_user_last_name_max_length', now()),
('auth', '0010_alter_group_name_max_length', now()),
('auth', '0011_update_proxy_permissions', now()),
('auth', '0012_alter_user_first_name_max_length', now()),
('axes', '0001_initial', now()),
('axes', '0002_auto_20151217_2044', now()),
('axes', '0003_auto_20160322_0929', now()),
('axes', '0004_auto_20181024_1538', now()),
('axes', '0005_remove_accessattempt_trusted', now()),
('axes', '0006_remove_accesslog_trusted', now()),
('axes', '0007_alter_accessattempt_unique_together', now()),
('axes', '0008_accessfailurelog', now()),
('axes', '0009_add_session_hash', now()),
('axes', '0010_accessattemptexpiration', now()),
('carriers', '0001_accounts_methods_labels', now()),
('documents', '0001_documents', now()),
('documents', '0002_history', now()),
('fiscal', '0001_rates_and_series', now()),
('catalog', '0001_products', now()),
('catalog', '0002_guards', now()),
('catalog', '0003_history', now()),
('catalog', '0004_imports', now()),
('catalog', '0005_history_by_statement', now()),
('catalog', '0006_thumbnails', now()),
('crm', '0001_customers', now()),
('crm', '0002_guards', now()),
('crm', '0003_history', now()),
('django_celery_beat', '0001_initial', now()),
('django_celery_beat', '0002_auto_20161118_0346', now()),
('django_celery_beat', '0003_auto_20161209_0049', now()),
('django_celery_beat', '0004_auto_20170221_0000', now()),
('django_celery_beat', '0005_add_solarschedule_events_choices', now()),
('django_celery_beat', '0006_auto_20180322_0932', now()),
('django_celery_beat', '0007_auto_20180521_0826', now()),
('django_celery_beat', '0008_auto_20180914_1922', now()),
('django_celery_beat', '0006_auto_20180210_1226', now()),
('django_celery_beat', '0006_periodictask_priority', now()),
('django_celery_beat', '0009_periodictask_headers', now()),
('django_celery_beat', '0010_auto_20190429_0326', now()),
('django_celery_beat', '0011_auto_20190508_0153', now()),
('django_celery_beat', '0012_periodictask_expire_seconds', now()),
('django_celery_beat', '0013_auto_20200609_0727', now()),
('django_celery_beat', '0014_remove_clockedschedule_enabled', now()),
('django_celery_beat', '0015_edit_solarschedule_events_choices', now()),
('django_celery_beat', '0016_alter_crontabschedule_timezone', now()),
('django_celery_beat', '0017_alter_crontabschedule_month_of_year', now()),
('django_celery_beat', '0018_improve_crontab_helptext', now()),
('django_celery_beat', '0019_alter_periodictasks_options', now()),
('events', '0001_event_log', now()),
('events', '0002_waiting_in_order', now()),
('orders', '0001_orders', now()),
('orders', '0002_guards', now()),
('fiscal', '0002_history', now()),
('finance', '0001_accounts_and_entries', now()),
('finance', '0002_settled_records', now()),
('finance', '0003_invoices', now()),
('finance', '0004_audit_runs', now()),
('guardian', '0001_initial', now()),
('guardian', '0002_generic_permissions_index', now()),
('guardian', '0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more', now()),
('inventory', '0001_goods_ledger', now()),
('inventory', '0002_guards', now()),
('inventory', '0003_reservation_keeps_claim', now()),
('inventory', '0004_transfer_key', now()),
('inventory', '0005_goods_in', now()),
('jobs', '0001_jobs', now()),
('mail', '0001_templates_and_messages', now()),
('mfa', '0001_initial', now()),
('mfa', '0002_authenticator_timestamps', now()),
('mfa', '0003_authenticator_type_uniq', now()),
('oauth2_provider', '0001_initial', now()),
('oauth2_provider', '0002_auto_20190406_1805', now()),
('oauth2_provider', '0003_auto_20201211_1314', now()),
('oauth2_provider', '0004_auto_20200902_2022', now()),
('oauth2_provider', '0005_auto_20211222_2352', now()),
('oauth2_provider', '0006_alter_application_client_secret', now()),
('oauth2_provider', '0007_application_post_logout_redirect_uris', now()),
('oauth2_provider', '0008_alter_accesstoken_token', now()),
('oauth2_provider', '0009_add_hash_client_secret', now()),
('oauth2_provider', '0010_application_allowed_origins', now()),
('oauth2_provider', '0011_refreshtoken_token_family', now()),
('oauth2_provider', '0012_add_token_checksum', now()),
('oauth2_provider', '0013_alter_application_authorization_grant_type_device', now()),
('oauth2_provider', '0014_alter_help_text', now()),
('oauth2_provider', '0015_refreshtoken_token_checksum', now()),
('oauth2_provider', '0016_alter_devicegrant_scope', now()),
('oauth2_provider', '0017_application_dcr_created', now()),
('oauth2_provider', '0018_resource_indicators', now()),
('oauth2_provider', '0019_application_registration_source', now()),
('oauth2_provider', '0020_cimd_application_fields', now()),
('oauth2_provider', '0021_translatable_field_labels', now()),
('oauth2_provider', '0022_refreshtoken_token_family_index', now()),
('orders', '0003_newest_orders', now()),
('payments', '0001_tenders', now()),
('payments', '0002_balances', now()),
('payments', '0003_history', now()),
('payments', '0004_refund_of_same_owner', now()),
('pghistory', '0001_initial', now()),
('pghistory', '0002_aggregateevent', now()),
('pghistory', '0003_auto_20201023_1636', now()),
('pghistory', '0004_auto_20220906_1625', now()),
('pghistory', '0005_events_middlewareevents', now()),
('pghistory', '0006_delete_aggregateevent', now()),
('pghistory', '0007_auto_20250421_0444', now()),
('pricing', '0001_price_lists', now()),
('pricing', '0002_guards', now()),
('pricing', '0003_history', now()),
('search', '0001_index', now()),
('sessions', '0001_initial', now()),
('shipping', '0001_shipments', now()),
('socialaccount', '0001_initial', now()),
('socialaccount', '0002_token_max_lengths', now()),
('socialaccount', '0003_extra_data_default_dict', now()),
('socialaccount', '0004_app_provider_id_settings', now()),
('socialaccount', '0005_socialtoken_nullable_app', now()),
('socialaccount', '0006_alter_socialaccount_extra_data', now()),
('sync', '0001_connections', now()),
('web', '0001_saved_views_and_comments', now()),
('web', '0002_idempotent_calls', now()),
('workqueue', '0001_work_items', now()),
('web', '0003_notices', now()),
('mail', '0002_template_history', now()),
('crm', '0004_customers_have_notes', now()),
('fiscal', '0003_used_series_and_past_rates_are_fixed', now());
