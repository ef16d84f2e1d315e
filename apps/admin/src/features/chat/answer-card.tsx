import { Button, Group, Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { day } from '../../format/calendar.ts';
import { count } from '../../format/quantity.ts';
import { factText } from '../overview/fact-text.ts';
import { type AnalystMessage, answerOf, whoAnswered, wordsOf } from './analyst-message.ts';
import classes from './chat.module.css';
import { WatchButton } from './watch-button.tsx';
import { watchedCar } from './watched-car.ts';

/** One answer: the words, then what stands behind them, and what can be asked next. */
export function AnswerCard({
  message,
  onAsk,
  asks,
}: {
  readonly message: AnalystMessage;
  readonly onAsk: (question: string) => void;
  /** True for the newest answer: only its choices can be sent. */
  readonly asks: boolean;
}) {
  const answer = answerOf(message);
  const car = answer === null ? null : watchedCar(answer);
  return (
    <article className={classes.answer} aria-label="Answer">
      <div className={classes.who}>
        <IconSparkles size={15} aria-hidden="true" />
        {answer === null ? 'Answering' : whoAnswered(answer)}
        {answer?.synthetic === true ? <SyntheticTag /> : null}
      </div>
      {wordsOf(message)
        .split('\n\n')
        .filter((paragraph) => paragraph !== '')
        .map((paragraph) => (
          <p key={paragraph} className={classes.words}>
            {paragraph}
          </p>
        ))}
      {car === null ? null : <WatchButton car={car} />}
      {answer === null || answer.choices.length === 0 ? null : (
        <Group gap={8} mt={4}>
          {answer.choices.map((choice) => (
            <Button key={choice} variant="default" size="compact-md" disabled={!asks} onClick={() => onAsk(choice)}>
              {choice}
            </Button>
          ))}
        </Group>
      )}
      {answer?.kind === 'answer' ? (
        <details className={classes.evidence}>
          <summary>
            How this was made · n = {count(answer.n)}
            {answer.period === null ? '' : ` · ${day(answer.period.from)} to ${day(answer.period.to)}`}
          </summary>
          <Text size="sm" mt={6}>
            {answer.method} As of {day(answer.asOf)}.
          </Text>
          <dl className={classes.facts}>
            {answer.facts.map((fact) => (
              <div key={fact.id}>
                <dt>{factText(fact)}</dt>
                <dd>
                  {fact.formula} · n = {count(fact.n)}
                </dd>
              </div>
            ))}
          </dl>
          {answer.rows.length === 0 ? null : (
            <>
              <Text size="sm" fw={550} mt={8}>
                Rows behind it
              </Text>
              <ul className={classes.rows}>
                {answer.rows.map((row) => (
                  <li key={row.id}>
                    <a href={`/api/analytics/llm/listings/${row.id}`}>{row.title}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </details>
      ) : null}
    </article>
  );
}
