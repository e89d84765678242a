/** The four ports of the demo and the environment variables that move them. */
export interface Ports {
  readonly form: number;
  readonly myPages: number;
  readonly desk: number;
  readonly issuer: number;
}

export const defaultPorts: Ports = { form: 8787, myPages: 8788, desk: 8789, issuer: 8790 };

export const portSettings: Readonly<Record<keyof Ports, string>> = {
  form: "TILLIT_PORT_FORM",
  myPages: "TILLIT_PORT_MY_PAGES",
  desk: "TILLIT_PORT_DESK",
  issuer: "TILLIT_PORT_ISSUER",
};

/** Reads the ports from the environment; what is unset keeps its default, what is no port is refused. */
export function portsFrom(env: Readonly<Record<string, string | undefined>>): Ports {
  const read = (key: keyof Ports): number => {
    const text = env[portSettings[key]];
    if (text === undefined || text === "") return defaultPorts[key];
    const port = Number(text);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new RangeError(`${portSettings[key]} must be a port number, 0 to 65535.`);
    }
    return port;
  };
  return { form: read("form"), myPages: read("myPages"), desk: read("desk"), issuer: read("issuer") };
}
