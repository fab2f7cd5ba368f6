extension RejectionRules {
  /// The rules where a user says nothing else.
  public static let standard = (try? RejectionRules(parsing: standardText, over: RejectionRules())) ?? RejectionRules()

  /// The file as it is built in, with what may be written in it.
  public static let standardText = """
    # What to do for whom once an application has ended.
    #
    # A line says: on OUTCOME: ACT WHOM WHEN
    #   OUTCOME  rejected, offer, withdrawn or ghosted; 'without interview' after it means: nobody had talked to you
    #   ACT      thank, feedback (ask for it), news (tell it), keepInTouch, tryAgain
    #   WHOM     interviewer, recruiter, hiringManager, referrer, contact, introducer (who introduced you to one of
    #            them), company (for tryAgain and keepInTouch); 'one of' before them: the first that there is;
    #            'except' and more of them after: but nobody who is that too
    #   WHEN     after 3 working days, after 10 days, after 6w, after 6mo, after 1 year; for keepInTouch: every 3mo
    #
    # Lines of your own for an outcome, with or without interview, stand in place of the built-in ones for it;
    # 'on rejected: nothing' is none. Names may be written with any capitals, and with hyphens: keep-in-touch.

    weekend: saturday, sunday

    # The stages at which people talk to you. Where an interviewer is recorded, there was an interview too.
    interviews: phone, technical, onsite, final, offer, interview

    on rejected: thank interviewer, recruiter, hiringManager after 1 working day
    on rejected: feedback one of hiringManager, interviewer, recruiter after 3 working days
    on rejected: news referrer, introducer except interviewer, recruiter, hiringManager after 1 working day
    on rejected: keepInTouch interviewer every 3mo
    on rejected: tryAgain company after 6mo

    on rejected without interview: news referrer, introducer except recruiter, hiringManager after 1 working day
    on rejected without interview: tryAgain company after 6mo

    on offer: thank interviewer, recruiter, hiringManager after 1 working day
    on offer: news referrer, introducer except interviewer, recruiter, hiringManager after 1 working day

    on withdrawn: thank interviewer, recruiter, hiringManager after 1 working day
    on withdrawn: news referrer, introducer except interviewer, recruiter, hiringManager after 1 working day

    on withdrawn without interview: news referrer, introducer except recruiter, hiringManager after 1 working day

    """
}
