import { createServer, type Server } from "node:http";
import { AppError } from "../errors.ts";

/**
 * Starts to listen and returns the port, which matters for port 0. Throws AppError("unavailable") with what to do
 * when the port is taken or the address is not this machine's.
 */
export function listenOn(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => reject(explain(error, port, host));
    server.once("error", refused);
    server.listen(port, host, () => {
      server.off("error", refused);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

/** Fails as listenOn would, before anything else is started. */
export async function checkPort(port: number, host: string): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await listenOn(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE")
    return new AppError(
      "unavailable",
      `Port ${port} on ${host} is taken by another program. Stop it, or choose another port, such as PORT=${port + 1}.`,
    );
  if (error.code === "EACCES")
    return new AppError(
      "unavailable",
      `This user may not open port ${port}. Set PORT to one above 1023, such as 3000.`,
    );
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EAI_AGAIN")
    return new AppError(
      "unavailable",
      `HOST is ${host}, which is no address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for its network.`,
    );
  return error;
}
