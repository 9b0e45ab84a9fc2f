import { VerificationEmailStyle } from 'aws-cdk-lib/aws-cognito';
import type { Organisation } from '../domain/organisation.ts';

/** What a new person is sent; Cognito fills in name and password. */
export const invitation = ({ name, publicUrl }: Organisation) => ({
  emailSubject: `Ditt konto i Besvarad, ${name}`,
  emailBody: [
    'Hej!',
    `Du har fått ett konto i Besvarad, där ${name} handlägger motioner.`,
    'Användarnamn: {username}',
    'Tillfälligt lösenord, som gäller i sju dagar: {####}',
    `Logga in på ${publicUrl} och välj ett eget lösenord. Du behöver också en app för engångskoder.`,
  ].join('<br><br>'),
});

/** What somebody is sent who has forgotten the password. */
export const verification = ({ name }: Organisation) => ({
  emailStyle: VerificationEmailStyle.CODE,
  emailSubject: `Din kod till Besvarad, ${name}`,
  emailBody: 'Din kod är {####}. Har du inte bett om den kan du bortse från brevet.',
});
