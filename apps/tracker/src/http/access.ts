import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Scope } from '#platform';

export const ACCESS = 'access';

/**
 * Who may call a route: `open` everybody; `read` everybody unless PUBLIC_READS=false; `stream` like read, where a
 * ticket counts as a key; `loopback` without a key from this machine, else like read; or who holds a scope.
 */
export type Access = 'open' | 'read' | 'stream' | 'loopback' | Scope;

/** Says who may call a route. */
export const Allow = (access: Access): CustomDecorator => SetMetadata(ACCESS, access);

export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
