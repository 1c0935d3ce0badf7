import type { OutboundError, OutboundErrorCode } from '#platform';

/** What a status says of a source, with what to do. */
const STATUSES: Readonly<Record<number, string>> = {
  304: 'it says that nothing has changed, although it was not asked that. Nothing to do: it is tried again.',
  401: 'it wants a login. Only what is open to everybody can be followed: look for a public address.',
  402: 'it wants to be paid. Only what is open to everybody can be followed: look for a public address.',
  403: 'it refuses programs, or this one. Try the address in a browser; if it opens there, ask the site or follow another source of the same news.',
  404: 'there is nothing at this address. Look on the site for the new address and change the source.',
  410: 'it says that this is gone for good. Unfollow the source or give its new address.',
  429: 'it is asked too often. Nothing to do: it is left alone as long as it says.',
  451: 'it may not show this for legal reasons. Follow another source of the same news.',
};

/** Why an answer with this status is of no use, and what to do about it. */
export function statusInWords(status: number): string {
  const known = STATUSES[status];
  if (known !== undefined) return `The server answered ${status}: ${known}`;
  if (status >= 500)
    return `The server answered ${status}: it has trouble of its own. Nothing to do unless it lasts for days: it is tried again.`;
  if (status >= 300 && status < 400)
    return `The server answered ${status} without saying where to go. Open the address in a browser and change the source to where it leads.`;
  return `The server answered ${status}, which is no use. Open the address in a browser to see what it says.`;
}

const CURES: Readonly<Record<OutboundErrorCode, string>> = {
  blocked:
    'The address, or one that it redirects to, is not a public one. If it should be followed, name its range in OUTBOUND_ALLOW.',
  timeout: 'The server is too slow, or does not end its answer. It is tried again.',
  too_large: 'The answer is larger than 10 MiB. Look for a smaller feed of the same news.',
  redirects:
    'It redirects in a circle or to nowhere. Open the address in a browser and change the source to where it leads.',
  network: 'The server cannot be reached. Check the address; if it is right, it is tried again.',
  invalid_url: 'The address is not one that can be asked for. Correct the source.',
};

/** Why there was no answer, and what to do about it. */
export function failureInWords({ code, message }: OutboundError): string {
  return `${message.replace(/[.\s]*$/, '')}. ${CURES[code]}`;
}
