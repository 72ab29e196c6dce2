"""Shops, carriers and banks as real HTTP servers with faults. Imports nothing of the ERP, and the ERP nothing of it."""
