/**
 * The one table, as data: `lib` deploys it and `local` creates it, both from here. Every key is a string; `gsi1`
 * serves lists, `gsi2` is sparse and holds what is owed or due. Both project whole rows, and rows in them are small.
 */
export const recordTable = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
    { name: 'gsi2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk' },
  ],
} as const;

/** Partitions of the public projection begin so: the public role's `dynamodb:LeadingKeys` is this and `*`. */
export const publicKeyPrefix = 'PUBLIC#';
