import type { Anomaly } from '../../api/answers.ts';
import { Tag } from '../../components/tag.tsx';
import { day } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import classes from './anomaly-list.module.css';
import { PRICE_KIND_NAMES, SEVERITY_NAMES, SEVERITY_TONES, TYPE_NAMES } from './anomaly-words.ts';
import { Deviation } from './deviation.tsx';

export interface AnomalyCardsProps {
  readonly anomalies: readonly Anomaly[];
  readonly onOpen: (anomaly: Anomaly) => void;
}

/** The anomalies as cards, for phones: everything of the table, nothing to scroll sideways. */
export function AnomalyCards({ anomalies, onOpen }: AnomalyCardsProps) {
  return (
    <ul className={classes.cards} aria-label="Anomalies">
      {anomalies.map((anomaly) => {
        const { currency } = anomaly.price;
        return (
          <li key={anomaly.id}>
            <button type="button" className={classes.card} aria-haspopup="dialog" onClick={() => onOpen(anomaly)}>
              <div className={classes.line}>
                <Tag tone={SEVERITY_TONES[anomaly.severity]}>{SEVERITY_NAMES[anomaly.severity]}</Tag>
                <span className={classes.muted}>
                  {TYPE_NAMES[anomaly.type]} · {day(anomaly.detectedOn)}
                </span>
              </div>
              <div className={classes.cardTitle}>{anomaly.listingTitle}</div>
              <div className={classes.line}>
                <div className={classes.pair}>
                  <span>{PRICE_KIND_NAMES[anomaly.price.kind]}</span>
                  {money(anomaly.price.amount, { currency })}
                </div>
                <div className={classes.pair}>
                  <span>Expected</span>
                  {money(anomaly.expectedPrice, { currency })}
                </div>
                <div className={classes.pair} style={{ textAlign: 'right' }}>
                  <span>Deviation</span>
                  <Deviation anomaly={anomaly} />
                </div>
              </div>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
