// prettier-ignore
export const FIRST_NAMES: readonly string[] = [
  'Aaliyah', 'Adaeze', 'Agnieszka', 'Aino', 'Ajay', 'Akira', 'Alba', 'Aleksander', 'Amina', 'Anders', 'Anjali',
  'Antonia', 'Arjun', 'Astrid', 'Ayşe', 'Baptiste', 'Beatriz', 'Benedikt', 'Bogdan', 'Camila', 'Carmen', 'Catarina',
  'Chidi', 'Clara', 'Claudia', 'Dagmar', 'Danielle', 'Davor', 'Diego', 'Dimitra', 'Eero', 'Elif', 'Emeka', 'Emilia',
  'Enrique', 'Esther', 'Fatima', 'Felix', 'Fernanda', 'Florian', 'Gabriela', 'Giulia', 'Grace', 'Gustav', 'Hana',
  'Henrik', 'Hiroshi', 'Ibrahim', 'Ida', 'Imani', 'Inês', 'Isabel', 'Ivan', 'Jakub', 'Jana', 'Jasmin', 'Javier',
  'Joana', 'Jonas', 'Julia', 'Kaisa', 'Karim', 'Kateřina', 'Katsumi', 'Kofi', 'Lakshmi', 'Lars', 'Leila', 'Linh',
  'Lucía', 'Ludovic', 'Magnus', 'Mai', 'Malik', 'Marek', 'Margit', 'Mariam', 'Mateus', 'Mei', 'Mina', 'Mohammed',
  'Nadia', 'Naoko', 'Ngozi', 'Nikhil', 'Noor', 'Olga', 'Oliver', 'Omar', 'Ondřej', 'Paola', 'Petra', 'Priya', 'Rafael',
  'Rahel', 'Ravi', 'Renata', 'Rosa', 'Samuel', 'Sanjay', 'Selma', 'Signe', 'Sofia', 'Søren', 'Stefan', 'Sunita',
  'Tadeusz', 'Tamar', 'Tereza', 'Thabo', 'Thiago', 'Tuuli', 'Uma', 'Ursula', 'Valentin', 'Vera', 'Viktor', 'Wanjiru',
  'Wei', 'Xavier', 'Yara', 'Yuki', 'Zainab', 'Zofia', 'Zoltán',
];

// prettier-ignore
export const LAST_NAMES: readonly string[] = [
  'Abebe', 'Adeyemi', 'Agarwal', 'Almeida', 'Andersen', 'Antonova', 'Azevedo', 'Balogun', 'Banerjee', 'Barros',
  'Bauer', 'Becker', 'Bergström', 'Bianchi', 'Boateng', 'Bonnet', 'Castillo', 'Chaudhary', 'Chen', 'Choi', 'Costa',
  'Dahl', 'Dąbrowska', 'Delgado', 'Demir', 'Diallo', 'Dimitrov', 'Dubois', 'Eriksen', 'Fernández', 'Fischer',
  'Fontaine', 'Fujita', 'García', 'Gomes', 'Greco', 'Gupta', 'Haddad', 'Hakala', 'Hansen', 'Hartmann', 'Hernández',
  'Hofmann', 'Horváth', 'Hussein', 'Ibarra', 'Ito', 'Ivanova', 'Jankowski', 'Jensen', 'Jovanović', 'Kamau', 'Kaplan',
  'Karlsson', 'Kariuki', 'Khan', 'Kim', 'Kobayashi', 'Koskinen', 'Kovács', 'Kowalczyk', 'Krüger', 'Kumar', 'Larsen',
  'Laurent', 'Lehtonen', 'Lindqvist', 'Lopes', 'Marchetti', 'Martínez', 'Mbeki', 'Medeiros', 'Mensah', 'Meyer',
  'Moreau', 'Moreno', 'Murphy', 'Mutua', 'Mäkinen', 'Nagy', 'Nakamura', 'Nguyen', 'Nielsen', 'Nikolaidis', 'Nowak',
  'Nwosu', 'Oliveira', 'Osei', 'Pappas', 'Park', 'Pereira', 'Petrov', 'Pham', 'Popescu', 'Procházka', 'Ramírez',
  'Rao', 'Ribeiro', 'Ricci', 'Rossi', 'Ruiz', 'Sato', 'Schneider', 'Sharma', 'Silva', 'Singh', 'Šimek', 'Sousa',
  'Suzuki', 'Svensson', 'Takahashi', 'Teixeira', 'Tran', 'Vargas', 'Vega', 'Virtanen', 'Vogel', 'Watanabe', 'Weber',
  'Wiśniewska', 'Wójcik', 'Yamamoto', 'Yıldız', 'Zhang', 'Zimmermann',
];
