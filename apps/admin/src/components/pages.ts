import {
  type Icon,
  IconActivity,
  IconAdjustmentsDollar,
  IconBell,
  IconCalendarStats,
  IconChartLine,
  IconClipboardCheck,
  IconCoins,
  IconDatabase,
  IconFileText,
  IconGridDots,
  IconLayoutDashboard,
  IconMessage2Code,
  IconMessageCircle,
  IconPrinter,
  IconTag,
  IconTargetArrow,
} from '@tabler/icons-react';

export interface PageLink {
  /** Address of the page, with the stroke at its end that the exported files have. */
  readonly href: string;
  readonly label: string;
  readonly icon: Icon;
  /** Places of the page that are listed below it while it is open. */
  readonly sections?: readonly { readonly href: string; readonly label: string }[];
}

/** Every page, in the order of the navigation. */
export const PAGES: readonly PageLink[] = [
  {
    href: '/',
    label: 'Overview',
    icon: IconLayoutDashboard,
    sections: [
      { href: '#forecast', label: 'Price forecast' },
      { href: '#summary', label: 'Market summary' },
      { href: '#anomalies', label: 'Anomalies' },
    ],
  },
  { href: '/chat/', label: 'Ask the market', icon: IconMessageCircle },
  { href: '/value/', label: 'Value a car', icon: IconTag },
  {
    href: '/options/',
    label: 'Options',
    icon: IconAdjustmentsDollar,
    sections: [
      { href: '#ladder', label: 'Values' },
      { href: '#colors', label: 'Colors' },
      { href: '#choice', label: 'What to order' },
    ],
  },
  { href: '/insights/', label: 'Insights', icon: IconFileText },
  { href: '/report/', label: 'Report', icon: IconPrinter },
  { href: '/forecast/', label: 'Index and forecast', icon: IconChartLine },
  { href: '/season/', label: 'Season', icon: IconCalendarStats },
  { href: '/correlations/', label: 'Correlations', icon: IconGridDots },
  { href: '/accuracy/', label: 'Accuracy', icon: IconTargetArrow },
  {
    href: '/quality/',
    label: 'Data quality',
    icon: IconClipboardCheck,
    sections: [
      { href: '#issues', label: 'Issues' },
      { href: '#drift', label: 'Drift' },
    ],
  },
  {
    href: '/preferences/',
    label: 'Notices',
    icon: IconBell,
    sections: [
      { href: '#notices', label: 'Told so far' },
      { href: '#preferences', label: 'Preferences' },
    ],
  },
  {
    href: '/costs/',
    label: 'Costs',
    icon: IconCoins,
    sections: [
      { href: '#budgets', label: 'Budgets' },
      { href: '#breakdown', label: 'Where it went' },
      { href: '#savings', label: 'Savings' },
    ],
  },
  {
    href: '/cache/',
    label: 'Cache',
    icon: IconDatabase,
    sections: [
      { href: '#rates', label: 'Hit rates' },
      { href: '#invalidate', label: 'Throw away' },
    ],
  },
  {
    href: '/usage/',
    label: 'Use and speed',
    icon: IconActivity,
    sections: [
      { href: '#use', label: 'What is used' },
      { href: '#speed', label: 'How long it takes' },
    ],
  },
  {
    href: '/prompts/',
    label: 'Prompts',
    icon: IconMessage2Code,
    sections: [
      { href: '#versions', label: 'Versions' },
      { href: '#tests', label: 'Test runs' },
      { href: '#optimisations', label: 'Optimiser' },
      { href: '#history', label: 'Deployments' },
      { href: '#experiments', label: 'Experiments' },
    ],
  },
];
