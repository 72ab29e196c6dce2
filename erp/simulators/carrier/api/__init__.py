"""The addresses that the carrier answers: `/v1` for its clients, `/_sim` for whoever runs it, `/` for people."""
