/// Short and other forms of given names, and those that are so common that they say little of anybody.
enum GivenNames {
  /// Lines of a name and what else its bearers are called. A form may belong to several names.
  private static let lines = """
    abigail abby gail
    albert al bert bertie
    alexander alex alec alek sasha sandy xander lex
    alexandra alex sasha sandra lexi alexa
    alfred fred alf alfie freddie
    allison alison allie ally
    andreas andi andy andrew andre
    andrew andy drew
    angela angie
    anthony tony antony anton
    antonio toni tony
    barbara barb babs
    beatrice bea bee trixie
    benjamin ben benny benji
    bernard bernie bernhard
    bradley brad
    caroline carol carrie carolin
    catherine kate katie cathy katherine katharine kathryn cat kathy
    charles charlie chuck chas chaz
    christian chris
    christina chris tina christine chrissy kristina
    christine chris tina chrissy kristin
    christopher chris topher kit christoph kristopher
    cynthia cindy
    daniel dan danny
    david dave davey
    deborah deb debbie debra
    dimitri dmitri dmitry dima mitya
    dominic dom dominik nick
    donald don donnie
    dorothy dot dottie
    douglas doug
    edward ed eddie ted ned eduard edwin
    eleanor ellie nell nora elinor
    elizabeth liz lizzie beth betty eliza elisabeth lisa libby bess betsy elsie
    emily em emmy emilia
    eric erik
    eugene gene
    evelyn eve evie
    ferdinand ferdi
    florence flo
    francis frank fran franz
    frances fran franny
    francisco paco pancho fran
    franklin frank
    frederick fred freddie freddy rick friedrich fritz
    gabriel gabe gabi
    gabriele gabi gaby gabriela gabrielle
    geoffrey geoff jeff jeffrey
    george georg jorge
    gerald gerry jerry
    gregory greg
    guillermo memo
    harold harry hal
    helen helene elena nell
    henry harry hank heinrich henri
    ignacio nacho
    isabel isabella isabelle bella izzy belle
    jacob jake jakob
    jacqueline jackie
    james jim jimmy jamie
    jennifer jen jenny jenn
    jessica jess jessie
    joachim jochen achim
    johannes hans johann jan
    john jack johnny jon johnnie
    jonathan jon nathan johnathan
    jose pepe
    joseph joe joey josef
    joshua josh
    judith judy
    julian jules
    karl carl
    kenneth ken kenny
    kimberly kim
    laurence larry lawrence laurie lars
    leonard leo len lenny
    louis lou louie lewis luis ludwig
    madeleine maddie madeline
    manuel manu manolo
    margaret maggie meg peggy marge margie greta margarete rita gretchen daisy
    maria marie mia
    mark marc marcus markus
    martha marty
    mathias matthias matt
    matthew matt mathew matty
    maximilian max
    megan meg
    melissa mel missy
    michael mike mick mickey micky mikey michel
    miriam mimi
    mohammed muhammad mohamed mo mohammad mehmet
    nancy nan
    natalie nat natalia natasha
    nathaniel nat nate nathan
    nicholas nick nicky nicolas nikolaus klaus nico niko
    nicole nicky nikki
    oliver ollie olli
    pamela pam
    patricia pat patty trish tricia patti
    patrick pat paddy
    peter pete pjotr
    philip phil pip phillip philipp
    raymond ray
    rebecca becky becca rebekah
    richard rick dick rich ricky richie
    robert bob rob bobby robbie bert
    roberto beto
    roland rolf
    ronald ron ronnie
    rudolf rudi rolf
    samantha sam sammie
    samuel sam sammy
    sarah sara sally
    sebastian seb basti bastian
    sophia sophie sofia sofie
    stanley stan
    stephanie steph steffi stefanie
    stephen steve steven stefan stephan
    susan sue susie suzy susanne suzanne
    terence terry terrence
    theodore ted theo teddy theodor
    theresa terry tess teresa therese tessa
    thomas tom tommy tomas
    timothy tim timmy
    tobias tobi toby
    ulrich uli
    ursula uschi ulla
    valentina val vale
    valerie val
    veronica ronnie vera veronika
    victor vic viktor
    victoria vicky tori vicki viktoria
    vincent vince vinnie
    virginia ginny
    walter walt wally
    wilhelm willi willy
    william bill will billy willie liam
    wolfgang wolf
    yevgeny eugene zhenya
    zachary zach zack
    """

  /// The names that a form stands for, by the form; a name stands for itself.
  static let meanings: [String: Set<Int>] = {
    var meanings: [String: Set<Int>] = [:]
    for (number, line) in lines.split(separator: "\n").enumerated() {
      for form in line.split(separator: " ") { meanings[String(form), default: []].insert(number) }
    }
    return meanings
  }()

  /// Their own names, which no other is a short form of: Alexander and Alexandra are two, though both are called Alex.
  static let heads = Set(lineOf.keys)

  static let lineOf: [String: Int] = {
    var lineOf: [String: Int] = [:]
    for (number, line) in lines.split(separator: "\n").enumerated() {
      if let head = line.split(separator: " ").first { lineOf[String(head)] = number }
    }
    return lineOf
  }()

  /// Borne by about one in two hundred, or more, somewhere.
  static let common = Set(
    """
    ahmed aisha alejandro alex ali amy ana anastasia andrea andrei anita ann anna anne antonio ashley brian carlos chen
    claudia dmitry emma fatima fernando francesco giovanni giuseppe hans hassan hui ibrahim ivan jan jean jessica jing
    joao jorge jose juan julia karen kevin kim laura li linda lisa lucia luis manuel marco maria marie mario marta
    martin mary max mei michelle min miguel mohammad monica nguyen nina olga omar paola paul paula pedro petra pierre
    rachel rosa ruth sandra sergei simon sofia sven tatiana vladimir wang wei xin yan ying yusuf zhang
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
  ).union(heads)
}

/// Family names that so many bear that two of that name are strangers more often than not.
enum FamilyNames {
  static let common = Set(
    """
    ahmed ali anderson andersson bauer becker bernard brown chen cohen costa da davis diaz dubois duong fernandez ferrari
    fischer garcia gomez gonzalez gupta hansen hernandez hoang hoffmann hussain ivanov jackson jensen johansson johnson
    jones kaya khan kim kowalski kumar le lee li lin liu lopez martin martinez meyer miller mohamed moore muller nagy
    nguyen nielsen novak nowak olsen park patel pereira perez petrov petit pham popescu ramirez reddy richter rivera
    robert rodriguez romano rossi russo sanchez santos sato schmidt schneider schulz schwarz sharma shah silva singh
    smith smirnov sousa souza suzuki svensson takahashi tan tanaka taylor thomas thompson torres tran van wagner walker
    wang watanabe weber white williams wilson wong wright wu yang yilmaz yamamoto zhang zhao zhou zimmermann
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
