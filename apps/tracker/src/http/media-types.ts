import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Media types of XML as OPML files are sent. */
export const XML_TYPES = ['text/xml', 'application/xml', 'text/x-opml'];

export const TAKES = 'takes';

/** The media types of bodies that a route takes, where that is not JSON alone. */
export const Takes = (...types: string[]): CustomDecorator => SetMetadata(TAKES, types);

/** `application/json` of `application/json; charset=utf-8`; null without a header. */
export function mediaTypeOf(header: string | undefined): string | null {
  return header === undefined ? null : header.split(';')[0]!.trim().toLowerCase();
}
