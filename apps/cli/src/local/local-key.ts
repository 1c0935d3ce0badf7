export async function createLocalKey(_body: { name: string; scopes: string[] }): Promise<never> {
  throw new Error('being written');
}
