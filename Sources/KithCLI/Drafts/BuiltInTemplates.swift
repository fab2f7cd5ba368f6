extension DraftKind {
  /// The template that comes with kith.
  var builtIn: String {
    let text =
      switch self {
      case .thank: BuiltInTemplates.thank
      case .askFeedback: BuiltInTemplates.askFeedback
      case .news: BuiltInTemplates.news
      case .reportBack: BuiltInTemplates.reportBack
      case .followUp: BuiltInTemplates.followUp
      case .intro: BuiltInTemplates.intro
      }
    return text + BuiltInTemplates.closing
  }
}

private enum BuiltInTemplates {
  static let thank = #"""
    Subject: Thank you{{#interviewer}} for the interview{{/interviewer}}{{#referrer}} for referring me{{/referrer}}

    {{#given}}Dear {{given}},{{/given}}{{^given}}Hello,{{/given}}

    {{#interviewer}}Thank you for interviewing me{{#when}} {{when}}{{/when}}\
    {{#position}} for the {{position}} position{{/position}}{{#company}} at {{company}}{{/company}}.{{/interviewer}}\
    {{#hiringManager}}Thank you for considering me\
    {{#position}} for the {{position}} position{{/position}}{{#company}} at {{company}}{{/company}}.{{/hiringManager}}\
    {{#recruiter}}Thank you for looking after my application\
    {{#position}} for the {{position}} position{{#company}} at {{company}}{{/company}}{{/position}}\
    {{^position}}{{#company}} to {{company}}{{/company}}{{/position}}.{{/recruiter}}\
    {{#referrer}}Thank you for referring me\
    {{#company}} to {{company}}{{/company}}{{#position}} for the {{position}} position{{/position}}.{{/referrer}}\
    {{#contact}}Thank you for your help with my application\
    {{#position}} for the {{position}} position{{#company}} at {{company}}{{/company}}{{/position}}\
    {{^position}}{{#company}} to {{company}}{{/company}}{{/position}}.{{/contact}}\
    {{^role}}{{#introduced}}Thank you for introducing me to {{introduced}}.{{/introduced}}{{/role}}\
    {{^role}}{{^introduced}}{{#spokeWhen}}Thank you for your time {{spokeWhen}}.{{/spokeWhen}}{{/introduced}}{{/role}}\
    {{^role}}{{^introduced}}{{^spokeWhen}}I wanted to thank you.{{/spokeWhen}}{{/introduced}}{{/role}} \
    {{#rejected}}The answer was a no, and I wanted to thank you all the same.{{/rejected}}

    {{#topic}}I noted from our conversation: {{topic}}.{{/topic}} \
    {{#introducer}}It was good of {{introducer}} to introduce us.{{/introducer}}

    {{#event}}I plan to be at {{event}}{{#eventWhen}} {{eventWhen}}{{/eventWhen}}; perhaps we meet there.{{/event}}


    """#

  static let askFeedback = #"""
    Subject: A question about my {{#interviewer}}interview{{/interviewer}}{{^interviewer}}application{{/interviewer}}

    {{#given}}Dear {{given}},{{/given}}{{^given}}Hello,{{/given}}

    {{#interviewer}}You interviewed me{{#when}} {{when}}{{/when}}\
    {{#position}} for the {{position}} position{{/position}}{{#company}} at {{company}}{{/company}}.{{/interviewer}}\
    {{^interviewer}}{{#position}}I applied for the {{position}} position\
    {{#company}} at {{company}}{{/company}}.{{/position}}{{/interviewer}} \
    {{#rejected}}The answer was a no. I do not ask you to explain it, but I would like to learn from it.{{/rejected}}

    What is the one thing that you would advise me to work on first? \
    A line or two would help, and if you cannot say, that is fine too.


    """#

  static let news = #"""
    Subject: News of my application{{#company}} to {{company}}{{/company}}

    {{#given}}Dear {{given}},{{/given}}{{^given}}Hello,{{/given}}

    {{#referrer}}You referred me\
    {{#company}} to {{company}}{{/company}}{{#position}} for the {{position}} position{{/position}}.{{/referrer}}\
    {{^referrer}}{{#position}}I applied for the {{position}} position\
    {{#company}} at {{company}}{{/company}}.{{/position}}{{/referrer}} \
    {{#rejected}}The answer was a no{{#stage}}, after {{stage}}{{/stage}}.{{/rejected}}\
    {{#offer}}They made me an offer.{{/offer}}\
    {{#withdrawn}}I have withdrawn my application.{{/withdrawn}}\
    {{#ghosted}}I have had no answer.{{/ghosted}}\
    {{^rejected}}{{^offer}}{{^withdrawn}}{{^ghosted}}There is no answer yet.\
    {{/ghosted}}{{/withdrawn}}{{/offer}}{{/rejected}} \
    {{#referrer}}Thank you for putting in a word for me.{{/referrer}}


    """#

  static let reportBack = #"""
    Subject: Your advice

    {{#given}}Dear {{given}},{{/given}}{{^given}}Hello,{{/given}}

    {{#advice}}You advised me: {{advice}}.{{/advice}} \
    {{#acted}}What I did about it: {{acted}}.{{/acted}}

    Thank you for telling me.


    """#

  static let followUp = #"""
    Subject: {{#metAt}}{{metAt}}{{/metAt}}{{^metAt}}Our conversation{{/metAt}}

    {{#given}}Dear {{given}},{{/given}}{{^given}}Hello,{{/given}}

    {{#metAt}}We met at {{metAt}}{{#metWhen}} {{metWhen}}{{/metWhen}}.{{/metAt}}\
    {{^metAt}}{{#metWhen}}We met {{metWhen}}.{{/metWhen}}{{/metAt}} \
    {{#introducer}}It was good of {{introducer}} to introduce us.{{/introducer}} \
    {{#topic}}I noted from our conversation: {{topic}}.{{/topic}}

    {{#promise}}I promised you this: {{promise}}.{{/promise}} \
    I would like to stay in touch.

    {{#event}}I plan to be at {{event}}{{#eventWhen}} {{eventWhen}}{{/eventWhen}}; perhaps we meet there.{{/event}}


    """#

  static let intro = #"""
    Subject: An introduction{{#wanted}} to {{wanted}}{{/wanted}}

    {{#given}}Dear {{given}},{{/given}}{{^given}}Hello,{{/given}}

    {{#wanted}}Would you introduce me to {{wanted}}{{#wantedWork}}, {{wantedWork}}{{/wantedWork}}?{{/wanted}}\
    {{^wanted}}Would you introduce me to somebody?{{/wanted}} \
    {{#position}}I have applied for the {{position}} position{{#company}} at {{company}}{{/company}}.{{/position}} \
    Please ask them first, and if you would rather not, that is fine too.

    To make it easy, here are words to pass on:

    "{{#me}}{{me}} would like to meet you.{{/me}}{{^me}}Somebody I know would like to meet you.{{/me}} \
    {{#reason}}What it is about: {{reason}}.{{/reason}} \
    May I put you in touch?"


    """#

  static let closing = """
    {{#me}}Kind regards,
    {{me}}{{/me}}{{^me}}Kind regards{{/me}}

    """
}
