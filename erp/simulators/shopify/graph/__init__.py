"""The Admin GraphQL API: the pruned vendor schema with resolvers, scalars, paging, search and cost."""
