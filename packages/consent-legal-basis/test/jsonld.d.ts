declare module "jsonld" {
  const jsonld: { expand(input: unknown, options: unknown): Promise<readonly unknown[]> };
  export default jsonld;
}
