import type { FastifyRequest } from 'fastify';

/** Where outsiders reach this tracker: PUBLIC_URL, else the host they asked for. */
export class PublicAddress {
  constructor(private readonly publicUrl: string | null) {}

  /** Without a slash at the end. */
  of({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
    return (this.publicUrl ?? `${protocol}://${host}`).replace(/\/+$/, '');
  }
}
