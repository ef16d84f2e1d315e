const ENDPOINTS = ['overview', 'predictions?model=911&trim=gt3&horizon=3m', 'insights', 'anomalies'];

export default function Page() {
  return (
    <main>
      <h1>Paddock Analytics in Next.js</h1>
      <p>The analytics API runs in this app, on an embedded database with a synthetic market.</p>
      <ul>
        {ENDPOINTS.map((path) => (
          <li key={path}>
            <a href={`/api/analytics/llm/${path}`}>{path}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
