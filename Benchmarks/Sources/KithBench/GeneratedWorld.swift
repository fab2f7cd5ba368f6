import Foundation

/// A professional network made up on the spot, with the proportions of gen_network.py: for a person 1.5 jobs, four
/// acquaintances, five interactions, half an event, a fifth of a club; a company for 20, an application for 1,000.
struct GeneratedWorld {
  let people: Int

  private var companies: Int { max(5, people / 20) }
  private var clubs: Int { max(2, people / 2000) }
  private var events: Int { max(2, people / 200) }

  func write(to world: WorldFile) -> WorldFile.Subjects {
    var random = RandomSource(seed: 1)
    entities(world, &random)
    world.me(1)
    var staff = [[Int]](repeating: [], count: companies + 1)
    employments(world, &random, &staff)
    relations(world, &random)
    applications(world, &random, staff)
    let rejection = world.rejection()
    for id in 1...people * 5 {
      let person = min(people, 1 + Int(Double(people) * pow(random.fraction(), 1.6)))
      let date = day(Int(3650 * pow(random.fraction(), 2)))
      world.interaction(id, with: person, on: date, by: random.element(of: Words.channels), words(3, &random))
    }
    return rejection
  }

  private func entities(_ world: WorldFile, _ random: inout RandomSource) {
    for id in 1...people {
      let family = random.element(of: Words.beginnings) + random.element(of: Words.endings)
      world.person(
        id, given: random.element(of: Words.given), family: family, email: "p\(id)@mail.example",
        phone: "+\(1 + random.below(90))\(100_000_000 + random.below(900_000_000))",
        city: random.element(of: Words.cities), note: random.fraction() < 0.5 ? words(4, &random) : "")
    }
    for id in 1...companies {
      let name = random.element(of: Words.companies) + random.element(of: Words.endings)
      world.company(
        id, name: "\(name) \(id) Ltd", domain: "c\(id).example", industry: random.element(of: Words.industries),
        city: random.element(of: Words.cities))
    }
    for id in 1...clubs { world.organization(id, name: "\(random.element(of: Words.industries)) Society \(id)") }
    for id in 1...events {
      let name = "\(random.element(of: Words.industries)) Conf \(id)"
      world.event(id, name: name, date: day(random.below(3000)), city: random.element(of: Words.cities))
    }
  }

  private func employments(_ world: WorldFile, _ random: inout RandomSource, _ staff: inout [[Int]]) {
    for person in 1...people {
      var end = random.fraction() < 0.85 ? 0 : 30 + random.below(700)
      repeat {
        let company = random.skewed(companies)
        let start = end + 60 + random.below(1800)
        staff[company].append(person)
        world.employment(
          person, at: company, as: random.element(of: Words.titles), from: day(start), to: end == 0 ? "" : day(end))
        end = start + random.below(200)
      } while random.fraction() < 1 / 3 && end < 9000
    }
  }

  private func relations(_ world: WorldFile, _ random: inout RandomSource) {
    for person in 1...people {
      if random.fraction() < 0.2 { world.relation("p\(person)", "memberOf", "o\(1 + random.below(clubs))") }
      if random.fraction() < 0.5 { world.relation("p\(person)", "attended", "v\(1 + random.below(events))") }
      var known: Set<Int> = [person]
      while known.count < 5 {
        let isNear = random.fraction() < 0.85
        let other = isNear ? person + 1 + random.below(40) : 1 + Int(Double(people) * pow(random.fraction(), 1.5))
        let wrapped = (other - 1) % people + 1
        guard known.insert(wrapped).inserted else { continue }
        world.relation("p\(person)", "knows", "p\(wrapped)", start: day(random.below(5000)))
      }
    }
    for event in 1...events { world.relation("o\(1 + random.below(clubs))", "hosted", "v\(event)") }
  }

  private func applications(_ world: WorldFile, _ random: inout RandomSource, _ staff: [[Int]]) {
    for id in 1...max(5, people / 1000) {
      let company = random.skewed(companies)
      let date = day(random.below(1500))
      var involved: [(person: Int, role: String, date: String)] = []
      for role in ["recruiter", "interviewer", "interviewer"] where !staff[company].isEmpty {
        let person = random.element(of: staff[company])
        if !involved.contains(where: { $0.person == person }) { involved.append((person, role, date)) }
      }
      let outcome = random.fraction() < 0.7 ? "rejected" : random.element(of: ["ghosted", "withdrawn", "offer", nil])
      world.application(id, to: company, on: date, outcome: outcome, involved: involved)
    }
  }

  private func words(_ count: Int, _ random: inout RandomSource) -> String {
    (0..<count).map { _ in random.element(of: Words.notes) }.joined(separator: " ")
  }

  /// The date `days` before 2026.
  private func day(_ days: Int) -> String { Words.days[min(days, Words.days.count - 1)] }
}
