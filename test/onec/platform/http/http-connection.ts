import { waitFor } from '../../blocking/blocking-worker.ts';
import type { HttpReply } from '../../blocking/protocol.ts';
import { BenchGap, BenchLimit, BslException } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import {
  flagArgument,
  NOT_WEB,
  objectArgument,
  optionalText,
  sizeArgument,
  textArgument,
} from '../define.ts';
import { HttpRequest } from './http-request.ts';
import { HttpResponse } from './http-response.ts';
import { InternetProxy, OsCertificates, SecureConnection } from './secure-connection.ts';

interface ConnectionParts {
  readonly server: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly proxy: InternetProxy | undefined;
  /** Seconds; 0 waits for ever. */
  readonly timeout: number;
  readonly secure: SecureConnection | undefined;
}

/**
 * `HTTPСоединение`: host without scheme, no redirects, no decoding of gzip, timeout 0 waits for ever.
 * Source: platform-1c.md 3.
 */
class HttpConnection extends NativeObject {
  readonly parts: ConnectionParts;

  constructor(parts: ConnectionParts) {
    super();
    this.parts = parts;
  }

  get type(): BslType {
    return HTTP_CONNECTION;
  }
}

function partsOf(args: readonly Value[]): ConnectionParts {
  const server = textArgument(args, 0);
  const secure = args[6] === undefined ? undefined : objectArgument(args, 6, SecureConnection);
  return {
    server,
    port: sizeArgument(args, 1, secure ? 443 : 80),
    user: optionalText(args, 2),
    password: optionalText(args, 3),
    proxy: args[4] === undefined ? undefined : objectArgument(args, 4, InternetProxy),
    timeout: sizeArgument(args, 5, 0),
    secure,
  };
}

const failure = (text: string): BslException => new BslException(`Ошибка работы с Интернет:  ${text}`);

/**
 * Where a request really goes on the bench. The certificate is checked only with the certificates of the system; in
 * safe mode the internet is forbidden, with what words was never seen. Source: platform-1c.md 1.7, 3.
 */
function destination({ server, port, secure }: ConnectionParts, { world }: Session): number {
  const { online, hosts } = world.network;
  if (world.infobase.safeMode) throw failure('безопасный режим');
  if (!online || server.includes('/')) throw failure("Couldn't resolve host name");
  const host = hosts.get(server.toLowerCase());
  if (!host && server !== 'localhost' && server !== '127.0.0.1') throw failure("Couldn't resolve host name");
  if (secure?.authorities instanceof OsCertificates && host?.certificate === 'untrusted') {
    throw failure('Удаленный узел не прошел проверку');
  }
  return host?.port ?? port;
}

/** The platform percent-encodes the address unless it already has `%`. Source: platform-1c.md 3. */
const encodedAddress = (address: string): string => {
  const rooted = address.startsWith('/') ? address : `/${address}`;
  return rooted.includes('%') ? rooted : encodeURI(rooted);
};

function headersOf({ parts }: HttpConnection, request: HttpRequest): Record<string, string> {
  const { server, port, user, password } = parts;
  const headers: Record<string, string> = {
    Host: port === 80 || port === 443 ? server : `${server}:${port}`,
  };
  for (const [name, value] of request.headerTexts()) headers[name] = value;
  if (user) headers.Authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  if (request.body.length > 0) headers['Content-Length'] = String(request.body.length);
  return headers;
}

/** What a connection really calls: the named proxy, which takes whole addresses (RFC 9112, 3.2.2), or the server. */
function route({ parts }: HttpConnection, address: string): { parts: ConnectionParts; path: string } {
  const { server, port, proxy, secure } = parts;
  const named = proxy?.servers.get(secure ? 'https' : 'http');
  if (!named) return { parts, path: encodedAddress(address) };
  if (secure) throw new BenchGap('TLS through a proxy is not doubled');
  const path = `http://${server}${port === 80 ? '' : `:${port}`}${encodedAddress(address)}`;
  return { parts: { ...parts, server: named.host, port: named.port }, path };
}

interface Sending {
  readonly method: string;
  readonly request: HttpRequest;
  readonly file: string | undefined;
}

function send(
  self: HttpConnection,
  { method: verb, request, file }: Sending,
  session: Session,
): HttpResponse {
  const { parts } = self;
  const { world } = session;
  const called = route(self, request.address);
  const port = destination(called.parts, session);
  const timeout = parts.timeout > 0 ? parts.timeout * 1000 : world.network.patience;
  const reply = waitFor({
    kind: 'http',
    host: '127.0.0.1',
    port,
    method: verb,
    path: called.path,
    headers: headersOf(self, request),
    body: request.body,
    timeout,
  });
  const isWhole = reply.kind === 'answer' || (reply.kind === 'cut' && !world.network.noticesCuts);
  if (isWhole) return answered(reply, file, session);
  if (reply.kind === 'cut') throw failure("Couldn't connect to server (transfer closed)");
  if (reply.kind !== 'timeout')
    throw failure(reply.kind === 'refused' ? `Couldn't connect to server (${reply.message})` : '');
  if (parts.timeout === 0)
    throw new BenchLimit('no timeout was given: the platform would wait for ever here');
  throw failure('Превышено время ожидания');
}

/** With a file name the body goes to disk and is not in the response. Source: platform-1c.md 3. */
function answered(
  reply: HttpReply & { kind: 'answer' | 'cut' },
  file: string | undefined,
  { world }: Session,
): HttpResponse {
  if (file !== undefined) world.files.write(file, reply.body);
  return new HttpResponse(reply.status, reply.headers, file === undefined ? reply.body : undefined);
}

const sending = (verb: string) =>
  method<HttpConnection>([1, 2], (self, args, session) => {
    const file = args[1] === undefined ? undefined : textArgument(args, 1);
    return send(self, { method: verb, request: objectArgument(args, 0, HttpRequest), file }, session);
  });

/** Type of {@link HttpConnection}. The web client has none that could reach another site. */
export const HTTP_CONNECTION: BslType = defineType(HttpConnection, {
  name: 'HTTPСоединение|HTTPConnection',
  contexts: NOT_WEB,
  construct: method([1, 8], (_, args) => {
    flagArgument(args, 7);
    return new HttpConnection(partsOf(args));
  }),
  properties: {
    'Сервер|Host': { get: ({ parts }) => parts.server },
    'Порт|Port': { get: ({ parts }) => BigInt(parts.port) },
    'Таймаут|Timeout': { get: ({ parts }) => BigInt(parts.timeout) },
    'ЗащищенноеСоединение|SecureConnection': { get: ({ parts }) => parts.secure },
  },
  methods: {
    'Получить|Get': sending('GET'),
    'ПолучитьЗаголовки|Head': sending('HEAD'),
    'ОтправитьДляОбработки|Post': sending('POST'),
    'Записать|Put': sending('PUT'),
    'Удалить|Delete': sending('DELETE'),
    'ВызватьHTTPМетод|CallHTTPMethod': method([2, 3], (self, args, session) => {
      const file = args[2] === undefined ? undefined : textArgument(args, 2);
      return send(
        self,
        { method: textArgument(args, 0), request: objectArgument(args, 1, HttpRequest), file },
        session,
      );
    }),
  },
});
