import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { BslException, MESSAGES } from '../../runtime/errors.ts';
import type { Value } from '../../runtime/value.ts';
import {
  EVERYWHERE,
  flagArgument,
  NOT_WEB,
  optionalText,
  sizeArgument,
  textArgument,
  type NameGroup,
} from '../define.ts';
import { HTTP_CONNECTION } from './http-connection.ts';
import { HTTP_REQUEST } from './http-request.ts';
import { HTTP_RESPONSE } from './http-response.ts';
import { defineEnumeration } from '../enumeration.ts';

/** `СертификатыУдостоверяющихЦентровОС`: not in the web client. Source: platform-1c.md 3. */
export class OsCertificates extends NativeObject {
  get type(): BslType {
    return OS_CERTIFICATES;
  }
}

const OS_CERTIFICATES: BslType = defineType(OsCertificates, {
  name: 'СертификатыУдостоверяющихЦентровОС|OSCertificationAuthorityCertificates',
  contexts: NOT_WEB,
  construct: method([0, 0], () => new OsCertificates()),
});

const REVOCATION = defineEnumeration({
  name: 'РежимПроверкиОтзываTLSСертификатаСервера|ServerTLSCertificateRevocationCheckMode',
  contexts: NOT_WEB,
  since: '8.3.27',
  values: { strict: 'Строгий|Strict', off: 'НеПроверять|DontCheck' },
});

/**
 * `ЗащищенноеСоединениеOpenSSL`: without certificates of authorities the server is not verified.
 * Source: platform-1c.md 3 (the third argument exists on newer platforms only; the bench takes 8.3.27).
 */
export class SecureConnection extends NativeObject {
  readonly authorities: Value;

  constructor(authorities: Value) {
    super();
    this.authorities = authorities;
  }

  get type(): BslType {
    return SECURE_CONNECTION;
  }
}

const SECURE_CONNECTION: BslType = defineType(SecureConnection, {
  name: 'ЗащищенноеСоединениеOpenSSL|OpenSSLSecureConnection',
  contexts: EVERYWHERE,
  construct: method([0, 3], (_, args, { names }) => {
    if (args.length > 2 && !names.version.startsWith('8.3.27'))
      throw new BslException(MESSAGES.tooManyArguments);
    return new SecureConnection(args[1]);
  }),
});

/** `ИнтернетПрокси(Истина)` is the proxy of the system, `(Ложь)` none. Source: platform-1c.md 3. */
export class InternetProxy extends NativeObject {
  readonly system: boolean;
  readonly servers = new Map<string, { readonly host: string; readonly port: number }>();

  constructor(system: boolean) {
    super();
    this.system = system;
  }

  get type(): BslType {
    return INTERNET_PROXY;
  }
}

const INTERNET_PROXY: BslType = defineType(InternetProxy, {
  name: 'ИнтернетПрокси|InternetProxy',
  contexts: NOT_WEB,
  construct: method([0, 1], (_, args) => new InternetProxy(flagArgument(args, 0))),
  methods: {
    'Установить|Set': method([2, 6], (self, args) => {
      self.servers.set(textArgument(args, 0), {
        host: textArgument(args, 1),
        port: sizeArgument(args, 2, 0),
      });
      optionalText(args, 3);
      return undefined;
    }),
    'Сервер|Server': method([1, 1], (self, args) => self.servers.get(textArgument(args, 0))?.host ?? ''),
    'Порт|Port': method([1, 1], (self, args) => BigInt(self.servers.get(textArgument(args, 0))?.port ?? 0)),
  },
});

/** HTTP. Source: platform-1c.md 3. */
export const HTTP: NameGroup = {
  types: [HTTP_CONNECTION, HTTP_REQUEST, HTTP_RESPONSE, SECURE_CONNECTION, OS_CERTIFICATES, INTERNET_PROXY],
  properties: {
    'РежимПроверкиОтзываTLSСертификатаСервера|ServerTLSCertificateRevocationCheckMode': REVOCATION.property,
  },
};
