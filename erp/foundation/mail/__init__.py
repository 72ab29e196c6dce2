"""
Outgoing mail: editable templates, messages with their states, sending by the relay.

Owns: templates, messages and what became of them. Does not own attachments: they are (kind, key) and the app
that has the file registers a provider (:mod:`erp.foundation.mail.attachments`).

Mail can't be sent exactly once: a message goes from queued to sending before the server is spoken to, so that
a kill leaves it ``sending`` and its end ``unknown``; its policy then decides (transactional: again, under the
same Message-ID; campaign: a person).
Facts: MessageQueued.
"""
