const SECRET_PARAMETERS = /([?&](?:password|sslpassword|sslkey|options)=)[^&]*/gi;

/** A connection string for people: user, host and database, without the password. */
export function maskConnectionString(connectionString: string): string {
  return connectionString
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)@/i, (_, scheme: string, credentials: string) => {
      const user = credentials.split(':', 1)[0] ?? '';
      return `${scheme}${user}${credentials.includes(':') ? ':***' : ''}@`;
    })
    .replace(SECRET_PARAMETERS, '$1***');
}
