import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Scope } from '#platform';

export const ACCESS = 'access';

/** Who may call a route: `read` is open unless PUBLIC_READS=false; `open` is always; else a scope of a key. */
export type Access = 'open' | 'read' | 'loopback' | Scope;

/** Says who may call a route. `loopback`: without a key from this machine, else like a read. */
export const Allow = (access: Access): CustomDecorator => SetMetadata(ACCESS, access);

export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
