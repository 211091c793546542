import { STATUS_CODES } from 'node:http';

/** A server error of the REST API in the words of whoever gives it: Discord, Envoy or Cloudflare. */
export function serverError(status: 500 | 502 | 503 | 504): Response {
  if (status === 500) return Response.json({ message: '500: Internal Server Error', code: 0 }, { status });
  if (status === 503)
    return page(
      status,
      'upstream connect error or disconnect/reset before headers. reset reason: overflow',
      'text/plain',
    );
  const title = `${status} ${STATUS_CODES[status] ?? ''}`;
  const html =
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
    '<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n';
  return page(status, html, 'text/html');
}

/** The CDN's refusal of a file. */
export function noFile(status: 403 | 404 | 429 | 500 | 503): Response {
  if (status === 429)
    return page(status, 'error code: 1015', 'text/plain; charset=UTF-8', { 'retry-after': '10' });
  const text = status === 404 ? 'This content is no longer available.' : (STATUS_CODES[status] ?? '');
  return page(status, text, 'text/plain;charset=UTF-8');
}

const page = (
  status: number,
  text: string,
  type: string,
  more: Readonly<Record<string, string>> = {},
): Response =>
  new Response(text, { status, headers: { 'content-type': type, server: 'cloudflare', ...more } });
