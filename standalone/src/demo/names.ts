/** Given names and surnames are combined by chance: whoever bears such a combination is not meant. */
const list = (text: string): readonly string[] => text.trim().split(/,\s+/);

export const womensNames = list(`
  Aïcha, Amandine, Aminata, Anaïs, Angélique, Ayse, Bintou, Camille, Carla, Caroline, Chloé, Clarisse,
  Dalila, Djamila, Elif, Émilie, Estelle, Fanta, Fatima, Gaëlle, Giulia, Hawa, Inès, Ioana, Jeanne,
  Jessica, Kadiatou, Karima, Khadija, Laëtitia, Leïla, Linh, Lucie, Maëlle, Manon, Mariam,
  Marie-Laure, Mélanie, Nadia, Naïma, Nolwenn, Oksana, Olga, Pauline, Rokia, Sabrina, Salomé, Samira,
  Sandrine, Sofia, Soizic, Stéphanie, Tatiana, Thi Mai, Vanessa, Yamina, Yasmine, Zahra, Zeynep, Zoé
`);

export const mensNames = list(`
  Abdoulaye, Alexandre, Amine, Antoine, Bakary, Bastien, Bogdan, Carlos, Cédric, Cheikh, Damien,
  David, Emre, Erwan, Florian, Gaël, Guillaume, Hamza, Hugo, Ibrahim, Ismaël, João, Jonathan, Karim,
  Kévin, Ludovic, Malo, Mamadou, Mathieu, Mehmet, Mickaël, Mourad, Nicolas, Omar, Ousmane, Pierrick,
  Quentin, Rachid, Ronan, Samuel, Sékou, Sofiane, Sylvain, Thierno, Thomas, Tuan, Viktor, Xavier,
  Yohann, Youssef
`);

export const childrensNames = list(`
  Adam, Alba, Alma, Amir, Anouk, Assia, Ayoub, Basile, Célestine, Charlie, Côme, Diana, Djibril, Éden,
  Élias, Élouan, Enora, Esma, Ezra, Farah, Gabin, Hanaé, Haroun, Inaya, Isaac, Iris, Jade, Jules,
  Kaïs, Lana, Léo, Lilia, Lina, Liv, Louison, Lya, Maé, Maïssa, Malia, Marius, Milan, Mina, Moussa,
  Naël, Naïm, Nina, Noam, Nour, Oumou, Romy, Rose, Safia, Sacha, Selma, Soan, Swann, Tiago, Titouan,
  Ulysse, Yuna, Zélie
`);

export const surnames = list(`
  Abdallah, Aubert, Aydin, Bah, Baron, Belkacem, Benali, Bertin, Bichon, Bodin, Bouaziz, Briand,
  Camara, Carvalho, Chevalier, Cissé, Cordier, Coulibaly, Da Costa, Demir, Diallo, Diarra, Diop,
  Dupuis, El Amrani, Fabre, Ferreira, Fofana, Gicquel, Gomis, Guillou, Haddad, Hamon, Hervé, Ionescu,
  Jaouen, Kaya, Keita, Kerdoncuff, Kone, Kovalenko, Lambert, Le Bihan, Le Guen, Le Roux, Lebreton,
  Lemarchand, Lopes, Mahé, Mansouri, Marchand, Mbaye, Mendes, Meziane, Morvan, Moreau, Ndiaye, Nguyen,
  Ollivier, Ouattara, Pasquier, Pereira, Petrescu, Pham, Poirier, Prigent, Ramdani, Renaud, Rocher,
  Rousseau, Sahin, Saïdi, Sangaré, Sidibé, Soares, Sow, Tanguy, Texier, Touré, Tran, Traoré, Vasseur,
  Vasquez, Yilmaz, Zidani, Zongo
`);

export const streets = list(`
  allée des Ajoncs, allée du Grand Chêne, avenue des Genêts, boulevard des Glycines, chemin du Lavoir,
  impasse des Libellules, passage du Figuier, place du Puits, rue de la Grenouillère, rue des
  Alouettes, rue des Embruns, rue des Tisserandes, rue du Clos Fleuri, rue du Four à pain, square des
  Mésanges
`);

export const languages = list(`
  fr, fr, fr, fr, fr, fr, fr, ar, en, pt, tr, uk, so
`);

export const placesOfWork: readonly string[] = [
  'Agence Beaulieu',
  'Agence Nantes Nord',
  'Atelier des métiers, Chantenay',
  'Centre de formation, Saint-Herblain',
  'Clinique des Tilleuls',
  'Entrepôt de la Loire, Rezé',
  'Hôtel du Port',
  'Maison de l’emploi, Malakoff',
  'Restaurant L’Estuaire',
  'Résidence Les Hortensias',
];
