/** The name of a use or a step as a person says it: `insight_opened` as `Insight opened`. */
export function eventWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A route without what all of them begin with: `GET /insights/:id`. */
export function routeWords(route: string): string {
  return route.replace('/api/analytics/llm', '');
}

/** How a count changed against the one before; a dash where there was none before. */
export function changeWords(now: number, before: number): string {
  if (before === 0) return '–';
  const change = Math.round((100 * (now - before)) / before);
  return `${change > 0 ? '+' : ''}${change}%`;
}
