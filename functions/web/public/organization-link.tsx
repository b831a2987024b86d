import type { Organization } from '../../../shared/domain/organization.ts';
import type { NamedOrganization } from '../../../shared/domain/record.ts';
import { countryName } from '../../../shared/words/country.ts';
import type { Asked } from '../page.ts';
import { pageAt, wordsHere } from './here.ts';

interface Props {
  asked: Asked;
  known: ReadonlyMap<string, Organization>;
  named: NamedOrganization;
  /** A source's own spelling stays, in every language. */
  asPrinted: boolean;
}

/** What an organization is called here: in the reader's language where it has such a name, else as it was printed. */
export const calledHere = ({ asked, known, named: { organization, printed }, asPrinted }: Props): string =>
  asPrinted ? printed : (known.get(organization)?.name[asked.language] ?? printed);

/** An organization with its country, as a way to its page. */
export const OrganizationLink = (props: Props) => {
  const { asked, known, named } = props;
  const country = known.get(named.organization)?.country;
  return (
    <>
      <a href={pageAt(asked, 'organizations', named.organization)}>
        <bdi>{calledHere(props)}</bdi>
      </a>
      {country === undefined ? '' : `${wordsHere(asked).comma}${countryName(asked.language, country)}`}
    </>
  );
};

/** Several of them, each on a line of its own. */
export const OrganizationLinks = ({
  named,
  ...props
}: Omit<Props, 'named'> & { named: readonly NamedOrganization[] }) => (
  <>
    {named.map((one, at) => (
      <>
        {at > 0 ? <br /> : null}
        <OrganizationLink {...props} named={one} />
      </>
    ))}
  </>
);
