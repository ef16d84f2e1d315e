'use client';

import { IconApi } from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import { PAGES } from './pages.ts';
import classes from './shell.module.css';

/** Links to the pages there are and to the sections of the open one. */
export function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  const path = usePathname();
  return (
    <>
      {PAGES.map(({ href, label, icon: PageIcon, sections = [] }) => {
        const isOpen = href === '/' ? path === '/' : path.startsWith(href.slice(0, -1));
        return (
          <div key={href}>
            <a className={classes.link} href={href} aria-current={isOpen ? 'page' : undefined} onClick={onNavigate}>
              <PageIcon size={18} stroke={1.75} aria-hidden="true" />
              {label}
            </a>
            {(isOpen ? sections : []).map((section) => (
              <a
                key={section.href}
                className={`${classes.link} ${classes.section}`}
                href={section.href}
                onClick={onNavigate}
              >
                {section.label}
              </a>
            ))}
          </div>
        );
      })}
      <a className={`${classes.link} ${classes.bottom}`} href="/api/analytics/llm/openapi.json">
        <IconApi size={18} stroke={1.75} aria-hidden="true" />
        API description
      </a>
    </>
  );
}
