/** What a reference stands for: a logical id, or `id.attribute`. */
export type Lookup = (reference: string) => string;

/** Works out `Ref`, `Fn::GetAtt`, `Fn::Join` and `Fn::Sub`-free templates, as CloudFormation would. */
export const resolveIntrinsics = (value: unknown, lookup: Lookup): unknown => {
  if (Array.isArray(value)) return value.map((each) => resolveIntrinsics(each, lookup));
  if (typeof value !== 'object' || value === null) return value;
  const [first, ...others] = Object.entries(value);
  if (first !== undefined && others.length === 0) {
    const [name, given] = first;
    if (name === 'Ref') return lookup(String(given));
    if (name === 'Fn::GetAtt') return lookup((given as string[]).join('.'));
    if (name === 'Fn::Join') {
      const [glue, parts] = given as [string, unknown[]];
      return parts.map((part) => String(resolveIntrinsics(part, lookup))).join(glue);
    }
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, resolveIntrinsics(each, lookup)]),
  );
};
