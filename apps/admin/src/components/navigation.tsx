import { IconApi, IconLayoutDashboard } from '@tabler/icons-react';
import classes from './shell.module.css';

const sections = [
  { href: '#forecast', label: 'Forecast' },
  { href: '#summary', label: 'Market summary' },
  { href: '#anomalies', label: 'Anomalies' },
] as const;

/** Links to the pages there are and to the sections of the open one. */
export function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  return (
    <>
      <a className={classes.link} href="/" aria-current="page" onClick={onNavigate}>
        <IconLayoutDashboard size={18} stroke={1.75} aria-hidden="true" />
        Overview
      </a>
      {sections.map((section) => (
        <a key={section.href} className={`${classes.link} ${classes.section}`} href={section.href} onClick={onNavigate}>
          {section.label}
        </a>
      ))}
      <a className={`${classes.link} ${classes.bottom}`} href="/api/analytics/llm/openapi.json">
        <IconApi size={18} stroke={1.75} aria-hidden="true" />
        API description
      </a>
    </>
  );
}
