export const countries = ['us', 'uk', 'de', 'fr', 'it', 'es'] as const;
export type Country = (typeof countries)[number];

interface Lists {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly cities: readonly string[];
  readonly streets: readonly string[];
}

const list = (text: string): readonly string[] => text.split(',').map((entry) => entry.trim());

/** Common names of six countries, written down for this corpus. */
export const listsByCountry: Readonly<Record<Country, Lists>> = {
  us: {
    first: list(
      'James,Mary,Robert,Patricia,Michael,Linda,William,Barbara,David,Susan,Tyler,Jessica,Brandon,Sarah,Kevin,Ashley,Derek,Emily,Craig,Megan,Travis,Heather,Scott,Latoya,Jamal,Consuelo,Hiroshi,Priya,Wei,Aaliyah',
    ),
    last: list(
      "Smith,Johnson,Williams,Brown,Jones,Miller,Davis,Rodriguez,Wilson,Anderson,Thompson,O'Connor,McAllister,Nguyen,Kowalski,Washington,Jefferson,Henderson,Whitaker,Lindqvist,Castellano,Vandenberg,Abernathy,Hutchinson,Delgado,Okafor,Yamamoto,Fitzgerald,St. Clair,Van Dyke",
    ),
    cities: list(
      'Springfield IL 62704,Austin TX 78701,Portland OR 97205,San Diego CA 92103,Boise ID 83702,Fort Worth TX 76102,Naples FL 34102,Greenwich CT 06830,Scottsdale AZ 85251,Ann Arbor MI 48104,Bend OR 97701,Charlotte NC 28202,St. Louis MO 63101,Salt Lake City UT 84101,Bozeman MT 59715,Nashville TN 37203,Carmel IN 46032,Reno NV 89501,Coeur d’Alene ID 83814,Burlington VT 05401',
    ),
    streets: list(
      'Main Street,Oak Avenue,Maple Drive,Cedar Lane,Sunset Boulevard,N Lincoln Ave,Elm St,Lake Shore Dr,Mulholland Drive,Park Place,Willow Creek Road,5th Avenue,Ridge Rd,Magnolia Court,W Jackson Blvd,Old Mill Road,Washington Street,Hidden Valley Trail,Fairway Circle,SE Hawthorne Blvd,Kings Highway,River Bend Way',
    ),
  },
  uk: {
    first: list(
      'Oliver,Amelia,George,Isla,Harry,Poppy,Alistair,Fiona,Rhys,Siobhan,Graham,Gemma,Nigel,Tamsin,Callum,Eilidh,Rupert,Imogen,Tariq,Zainab',
    ),
    last: list(
      "Taylor,Davies,Evans,Thomas,Roberts,Walker,Wright,Robinson,Hughes,Green,MacDonald,O'Neill,Pemberton-Smythe,Cholmondeley,Llewellyn,Ashworth,Featherstone,Khan,Patel,Braithwaite",
    ),
    cities: list(
      'London SW1A 1AA,Manchester M1 4BT,Leeds LS1 5PL,Bristol BS8 1QU,Edinburgh EH1 2NG,Cardiff CF10 3AT,Guildford GU1 3UW,Newcastle upon Tyne NE1 7RU,Henley-on-Thames RG9 2AH,Bath BA1 5AW,Milton Keynes MK9 3QA,York YO1 7HH,Harrogate HG1 2RN,Chester CH1 2HU,Stratford-upon-Avon CV37 6HB,Glasgow G2 1DY,Belfast BT1 5GS,Norwich NR2 1TF',
    ),
    streets: list(
      'High Street,Church Lane,Station Road,Victoria Avenue,Mill Close,The Crescent,Elm Grove,Park Terrace,Kingsway Gardens,Castle Hill,Abbey Mews,Bedford Square,Orchard Way,Queens Road,Chapel Row,Manor Drive',
    ),
  },
  de: {
    first: list(
      'Hans,Ursula,Jürgen,Sabine,Klaus,Petra,Wolfgang,Monika,Stefan,Katrin,Uwe,Birgit,Matthias,Anke,Thorsten,Jörg,Günther,Heike,Lukas,Annemarie',
    ),
    last: list(
      'Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Schulz,Hoffmann,Schäfer,Köhler,Bäcker,von der Heide,Großmann,Zimmermann,Lehmann-Krause,Krämer,Vogel,Jansen,Freiherr',
    ),
    cities: list(
      '80331 München,20095 Hamburg,70173 Stuttgart,60311 Frankfurt am Main,50667 Köln,01067 Dresden,04109 Leipzig,10115 Berlin,90402 Nürnberg,79098 Freiburg im Breisgau,28195 Bremen,65183 Wiesbaden,76133 Karlsruhe,97070 Würzburg,53111 Bonn,24103 Kiel,30159 Hannover,71638 Ludwigsburg',
    ),
    streets: list(
      'Hauptstraße,Bahnhofstr.,Schillerweg,Marktplatz,Lindenallee,Porschestraße,Goethestraße,Kirchgasse,Am Markt,An der Alster,Unter den Linden,Berliner Straße,Hohenzollernring,Kaiserdamm,Rosenweg,Im Grund,Zur Mühle,Königsallee',
    ),
  },
  fr: {
    first: list(
      'Jean,Marie,Pierre,Camille,Jean-Luc,Chloé,François,Hélène,Thierry,Sylvie,Benoît,Aurélie,Étienne,Margaux,Gilles,Océane,Loïc,Anaïs,Mathieu,Noémie',
    ),
    last: list(
      "Dupont,Martin,Bernard,Petit,Durand,Leroy,Moreau,Lefèvre,Girard,de la Tour,D'Angelo,Chevalier,Beaumont,Le Goff,Marchand,Lacroix,Rousseau,Saint-Pierre,Dumas,Fontaine",
    ),
    cities: list(
      '75008 Paris,69002 Lyon,13001 Marseille,33000 Bordeaux,31000 Toulouse,06000 Nice,59800 Lille,67000 Strasbourg,44000 Nantes,35000 Rennes,83990 Saint-Tropez,78000 Versailles,92200 Neuilly-sur-Seine,74000 Annecy,37000 Tours,21000 Dijon,13100 Aix-en-Provence,72000 Le Mans',
    ),
    streets: list(
      'rue de la Paix,avenue des Champs-Élysées,boulevard Saint-Germain,place de la République,chemin des Vignes,allée des Tilleuls,impasse du Moulin,quai Voltaire,rue Victor Hugo,route de Genève,rue du Faubourg Saint-Honoré,avenue Foch,cours Mirabeau,rue Jean Jaurès,rue de l’Église,boulevard de Magenta',
    ),
  },
  it: {
    first: list(
      'Marco,Giulia,Luca,Francesca,Giovanni,Chiara,Alessandro,Elena,Paolo,Silvia,Matteo,Federica,Enzo,Ornella,Davide,Ilaria,Salvatore,Beatrice,Niccolò,Lucia',
    ),
    last: list(
      "Rossi,Bianchi,Ferrari-Greco,Russo,Esposito,Romano,Colombo,Ricci,Marino,Gallo,De Luca,D'Amico,Della Valle,Conti,Bruno,Moretti,Barbieri,Lombardi,Santoro,Fontana",
    ),
    cities: list(
      '00184 Roma,20121 Milano,10123 Torino,50123 Firenze,40121 Bologna,30124 Venezia,80133 Napoli,41121 Modena,16121 Genova,37121 Verona,25121 Brescia,90133 Palermo,34121 Trieste,55100 Lucca,43121 Parma,24121 Bergamo',
    ),
    streets: list(
      'Via Roma,Via Giuseppe Garibaldi,Corso Vittorio Emanuele,Piazza della Repubblica,Viale dei Mille,Via Dante Alighieri,Largo Augusto,Via XX Settembre,Corso Italia,Vicolo del Forno,Piazza San Marco,Via Monte Napoleone,Strada delle Grazie,Viale Europa,Via Cavour,Via degli Abeti',
    ),
  },
  es: {
    first: list(
      'Antonio,María,José,Carmen,Javier,Lucía,Alejandro,Sofía,Íñigo,Rocío,Pablo,Marta,Raúl,Nuria,Sergio,Pilar,Álvaro,Inés,Jordi,Montserrat',
    ),
    last: list(
      'García,Fernández,González López,Martínez,Sánchez,Pérez Ruiz,Gómez,Jiménez,Moreno,Álvarez,de la Fuente,Romero,Navarro,Serrano,Ibáñez,Castillo,Ortega,Vázquez,Puig,Núñez del Prado',
    ),
    cities: list(
      '28013 Madrid,08002 Barcelona,41001 Sevilla,46002 Valencia,48001 Bilbao,29015 Málaga,50003 Zaragoza,15001 A Coruña,07001 Palma de Mallorca,20004 San Sebastián,29602 Marbella,37001 Salamanca,18009 Granada,30001 Murcia,03001 Alicante,45001 Toledo',
    ),
    streets: list(
      'Calle Mayor,Calle de Alcalá,Avenida de la Constitución,Paseo de Gracia,Plaza de España,Calle Serrano,Avda. Diagonal,Calle San Miguel,Ronda de Toledo,Camino de los Molinos,Calle del Carmen,Paseo de la Castellana,C/ Velázquez,Plaza Mayor,Calle Goya,Carrer de Balmes',
    ),
  },
};
