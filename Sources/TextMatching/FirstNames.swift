/// First names that are common in Poland, Czechia, Slovakia, the English-speaking and the German
/// countries, with their short forms; folded. They tell "… napíšu. Petr" from "… asap. Hostline".
enum FirstNames {
  static func contains(_ word: LineBytes) -> Bool { names.contains(word) }

  private static let names = WordSet(
    """
    adam adrian adriana adrianna agata agnieszka aga ala alan albert alek aleksander aleksandra
    alex alexander alexandra alena ales alex alfred ali alice alicja alina alison alzbeta amanda
    amelia amir amy ana anastazja anatol andrea andreas andrej andrew andrzej andy aneta anette
    angela angelika ania anita anja ann anna anne anneta annika ante antek anthony anton antoni
    antonin apolena ariel arek arkadiusz arleta arnost artur arthur asia aurelia axel
    barbara barbora bara bartek bartlomiej bartosz basia bastian beata beatrice beck becky ben
    benedikt benjamin berenika bernard bernd bert beth betty bianka bill birgit blanka blazej
    bob bogdan boguslaw bohdan bohous boleslav borek boris bozena brian bridget bronislaw bruno
    bryan
    carl carla carmen carol caroline cecilia cecylia celina cezary charles charlie charlotte chris
    christa christian christina christine christoph christopher claire clara claudia colin connor
    craig cyril czarek czeslaw
    dagmar dagmara dale dalibor damian damir dan dana daniel daniela danka danuta darek daria
    dariusz darren dave david dawid dean debbie deborah denis denisa dennis derek diana dieter
    dita dobromir dominik dominika donald donata dorian doris dorota doubravka dusan duncan
    ed eddie edith edward edyta ela elen elena eliska elisabeth elizabeth ella ellen elwira elzbieta
    emil emilia emilie emily emma eric erik erika erin ernest ester eugen eugeniusz eva evan
    evelyn evzen ewa ewelina
    fabian felicja feliks felix ferdinand filip finn fiona florian frank frantisek franciszek
    franz fred frederik frida frieda fritz
    gabriel gabriela gabrysia gary gavin genowefa geoff george georg gerald gerard gerd gertruda
    gill gina gisela glen gosia grace graham grazyna greg gregor grzegorz grzesiek gustaw gunter
    halina hana hania hanka hanna hannah hans harald harriet harry havel heather hedvika heidi
    heinz helen helena helga helmut henning henry henryk henryka herbert hilary holly honza horst
    howard hubert hugo
    ian ida idalia iga ignacy igor ilona ilse ina inga ingrid ines irek irena ireneusz irma irmina
    isabel isabella ivan ivana iva iveta ivo iwo iwona iza izabela izydor
    jacek jack jackie jacqueline jacob jadwiga jagoda jakob jakub jacub james jamie jan jana jane
    janek janet janina janusz jarek jarka jarmila jaromir jaroslav jaroslava jaroslaw jas jasiek
    jasmin jason jay jean jeff jen jennifer jenny jens jeremy jerry jerzy jess jessica jill jim
    jimmy jindra jindrich jirina jiri jirka jitka joan joanna joachim jochen joe joel johan johana
    johanna john johnny jola jolanta jon jonas jonathan jordan jorg josef josefina joseph josh
    joshua joy jozef judith judyta julia julian juliana julie juliusz jurek jurgen justin justyna
    kacper kaja kaje kajetan kamil kamila karel karen karin karina karl karol karolina kasia kaspar
    kate katerina kath katharina katherine kathleen kathrin kathy katja katka katarina katarzyna
    katie katrin kay kazimierz keith kelly ken kenneth kerstin kevin kim kinga kirsten klara klaudia
    klaus konrad konstanty kordula kris krista kristian kristina kristyna krystian krystyna
    krzysiek krzysztof ksawery ksenia kuba kurt kveta kvetoslava kyle
    lada ladislav lara larry lars laura lauren lea lech lee lena lenka leo leon leona leonard
    leonie leos leszek leslie lew lewis libor libuse lida lidia lidija lilian liliana lily lina
    linda lisa liwia liz lois lola lorenz lou louis louise lubomir lubos luca lucie lucia lucjan
    lucy ludek ludmila ludvik ludwik luise luiza lukas lukasz luke lutz lucyna
    maciej maciek magda magdalena magdalen maggie maja majka maks maksymilian malgorzata malwina
    manfred manuel manuela mara marcel marcela marcin marcia marco marcus marek margaret margit
    margot margareta maria marian mariana marianna marie mariola mariusz mark marketa marko markus
    marlena marta martha martin martina martyna mary maryla marzena mateusz matej mathias
    matous matt matteo matthew matthias mattias matylda maurice max maxim maya megan melanie mia
    michael michaela michal michala michalina micha michelle mick mieczyslaw miguel mika mike
    mikolaj mikulas mila milan milena miles milos miloslav miloslava milosz mira mirek mirella
    mirka miroslav miroslava miroslaw miriam moritz molly monica monika monique
    nadia nadezda nancy natalia natalie natasza nataly nathan neil nela nicholas nick nicola nicole
    nicolas niels nikita nikodem nikola nikolas nikoleta nils nina noah noel nora norbert norman
    odeta odette ola oldrich olek oleg olena olga olek oliver olivia olaf ondra ondrej orest oscar
    oskar ota otakar otmar otto
    pam patricia patrick patrik patrycja patryk paul paula paulina pavel pavla pavlina pawel peggy
    penny pete peter petr petra phil philip philipp phoebe piotr piotrek pola premek premysl
    priya przemek przemyslaw
    rachel radek radim radka radmila radomir radoslaw radovan rafal rainer ralf ralph raymond
    rebecca regina reinhard remigiusz renata rene renate rhys ricardo richard rick rita rob robert
    roberta robin rod roger rok roksana roland roman romana ron ronald rosa rose rostislav roy
    rozalia ruben rudolf rupert russell rut ruth ryan ryszard
    sabina sabine sally sam samantha samuel sandra sara sarah sarka sasa sasha scott sean
    sebastian sebek seweryn sharon sheila shirley silke silvia simon simona simone slavek slawek
    slawomir sofia sofie sonia sona sonja sophia sophie stan stana stanislav stanislaw stanley
    staszek stefan stefania steffen stella stepan stepanka stephan stephen steve steven stuart
    sue susan susanne svatava svatopluk svatava svetlana sven sylva sylvia sylwia sylwester
    szczepan szymon
    tadeusz tadek tamara tanja tania tara ted teodor tereza teresa terka terry thea theo theresa
    thomas thorsten tibor till tim timo tina tobias toby tom tomas tomasz tomek tomislav toni
    tony torsten tracy trevor tristan tyler tymon tymoteusz
    ula ulrich ulrike uli una urszula ursula ute uwe
    vaclav vadim valentin valentina valeria valerie vanda vanessa vasek vendula vera verena veronika
    vic vicky victor victoria viktor viktorie viktoria vilem vincent viola vit vitek viteslav
    vladan vladena vladimir vladimira vlasta vlastimil vojta vojtech vojta volker vratislav
    wacek waclaw waldek waldemar walter wanda wawrzyniec wendy werner weronika wieslaw wieslawa
    wiktor wiktoria wilhelm will william wincenty wioleta wioletta witek witold wladek wladyslaw
    wlodek wlodzimierz wojciech wojtek wolfgang
    xavier xenia yasmin yvette yvona yvonne zac zach zaneta zbigniew zbyszek zbynek zdena zdenek
    zdenka zdislava zenon ziemowit zita zlata zofia zoe zosia zuzana zuzanna zuzka zygmunt
    zyta
    """)
}
