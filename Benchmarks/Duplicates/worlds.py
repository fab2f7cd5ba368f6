#!/usr/bin/env python3
"""worlds.py OUTDIR [SEED] -- sets of people with known doubles, none of them made as gen_network.py makes its own.

Each set is a folder with people.csv and truth.csv for score.py. All names, addresses and numbers are made up.
"""
import csv, os, random, sys

GIVEN = ("James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph "
         "Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Margaret Steven Sandra "
         "Andrew Ashley Paul Emily Joshua Donna Kenneth Michelle Kevin Carol Brian Amanda George Melissa Edward Deborah "
         "Ronald Stephanie Timothy Rebecca Jason Laura Jeffrey Sharon Ryan Cynthia Jacob Kathleen Gary Amy Nicholas "
         "Angela Eric Shirley Jonathan Anna Stephen Brenda Larry Pamela Justin Emma Scott Nicole Brandon Helen Benjamin "
         "Samantha Samuel Katherine Gregory Christine Alexander Debra Frank Rachel Patrick Carolyn Raymond Janet Jack "
         "Jürgen Käthe Günther Sören Björn Zoë François René Chloé Łukasz Agnieszka Sofía Lucía Íñigo Inês João Ayşe "
         "Mehmet Wei Ming Hiroshi Yuki Priya Arjun Kwame Ngozi Ivan Olga Nikolai Svetlana Giulia Matteo").split()
FAMILY = ("Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson "
          "Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis "
          "Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera "
          "Müller Schäfer Größmann Köhler Jäger Böhm Krüger Weiß Möller Østergaard Kjær Žižek Dvořák Nováková Łęcki "
          "O'Brien McDonald MacLeod Fitzgerald Okafor Mensah Tanaka Yamamoto Chen Zhang Kowalczyk Ferreira Oliveira").split()
SYLLABLE = "bar ben dor fal gan hol kel lan mar nor pel ros sal tor van wes zim brun grav hess lind moss roth stein".split()
CITY = "Berlin Paris London Madrid Lisbon Zürich Kraków Dublin Oslo Boston Austin Denver Lima Lagos Toronto".split()
TITLE = "Engineer|Designer|Product Manager|Recruiter|Founder|CTO|Analyst|Consultant|Researcher|Head of Sales|Teacher".split("|")
NICK = {"Robert": "Bob", "William": "Bill", "James": "Jim", "Elizabeth": "Liz", "Margaret": "Peggy", "Richard": "Dick",
        "Michael": "Mike", "Katherine": "Kate", "Thomas": "Tom", "Jennifer": "Jen", "Christopher": "Chris",
        "Alexander": "Alex", "Samuel": "Sam", "Edward": "Ted", "Patricia": "Trish", "Joseph": "Joe", "Anthony": "Tony",
        "Nicholas": "Nick", "Rebecca": "Becky", "Deborah": "Debbie", "Stephen": "Steve", "Daniel": "Dan"}
SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "Ø": "Oe", "Ö": "Oe", "Ä": "Ae", "Ü": "Ue", "æ": "ae"}
FIELDS = "id given family suffix email phone city title birthday".split()


class World:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.people, self.truth = [], []

    def pick(self, list):
        return list[int(self.random.random() * len(list))]

    def chance(self, share):
        return self.random.random() < share

    def family(self):
        """Half of the names are common ones, half are borne by few."""
        if self.chance(0.5):
            return self.pick(FAMILY)
        return (self.pick(SYLLABLE) + self.pick(SYLLABLE) + self.pick(["", "er", "son", "mann", "i", "ov"])).capitalize()

    def phone(self):
        code, length = self.pick([("1", 10), ("49", 10), ("44", 10), ("33", 9), ("48", 9), ("353", 9)])
        first = str(2 + int(self.random.random() * 8))
        return "+" + code + first + "".join(str(int(self.random.random() * 10)) for _ in range(length - 1))

    def mail(self, given, family, style=None):
        plain = "".join(c for c in f"{given}.{family}".lower() if c.isascii() and (c.isalpha() or c == "."))
        style = style if style is not None else int(self.random.random() * 3)
        local = [plain, plain.replace(".", ""), plain[:1] + plain.split(".")[-1]][style] or "x"
        number = "" if self.chance(0.5) else str(int(self.random.random() * 1000))
        return f"{local}{number}@{self.pick(['mail', 'post', 'work', 'corp', 'home'])}{int(self.random.random() * 400)}.example"

    def person(self, **told):
        given, family = told.get("given") or self.pick(GIVEN), told.get("family") or self.family()
        row = {"given": given, "family": family, "suffix": "", "email": self.mail(given, family) if self.chance(0.85) else "",
               "phone": self.phone() if self.chance(0.75) else "", "city": self.pick(CITY) if self.chance(0.8) else "",
               "title": self.pick(TITLE) if self.chance(0.7) else "", "birthday": ""}
        if self.chance(0.3):
            row["birthday"] = f"{1950 + int(self.random.random() * 55)}-{1 + int(self.random.random() * 12):02d}-{1 + int(self.random.random() * 28):02d}"
        row.update(told)
        return self.add(row)

    def add(self, row):
        row = dict(row, id=len(self.people) + 1)
        self.people.append(row)
        return row

    def double(self, row, **told):
        copy = self.add(dict(row, **told))
        self.truth.append((copy["id"], row["id"]))
        return copy

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        order = list(self.people)
        self.random.shuffle(order)
        with open(f"{folder}/people.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, FIELDS)
            writer.writeheader()
            writer.writerows(order)
        with open(f"{folder}/truth.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["dup", "orig"])
            writer.writerows(self.truth)


def slip(world, text):
    """A letter lost, doubled, replaced or swapped with the next."""
    if len(text) < 4:
        return text
    at = 1 + int(world.random.random() * (len(text) - 2))
    kind = int(world.random.random() * 4)
    if kind == 0:
        return text[:at] + text[at + 1:]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + world.pick("aeinrst") + text[at + 1:]
    return text[:at] + text[at + 1] + text[at] + text[at + 2:]


def national(world, number):
    """+49301234567 as 0049, as 030 …, or with spaces and brackets."""
    code = next((c for c in ("353", "49", "44", "33", "48", "1") if number[1:].startswith(c)), "")
    rest = number[1 + len(code):]
    return world.pick([f"00{code}{rest}", f"+{code} ({rest[:3]}) {rest[3:6]}-{rest[6:]}", f"+{code}.{rest[:2]}.{rest[2:]}",
                       f"0{rest[:3]} {rest[3:]}" if code != "1" else f"({rest[:3]}) {rest[3:6]}-{rest[6:]}"])


def corrupted(world, row):
    """One or two changes such as address books of different ages show."""
    told = {}
    changes = ["slip", "initial", "swap", "mail", "nomail", "phone", "nophone", "tag", "nick", "spelled", "double",
               "married", "title", "middle", "nocity", "case", "given-slip", "mail2"]
    for _ in range(1 + world.chance(0.5)):
        change = world.pick(changes)
        given, family = told.get("given", row["given"]), told.get("family", row["family"])
        if change == "slip": told["family"] = slip(world, family)
        elif change == "given-slip": told["given"] = slip(world, given)
        elif change == "initial": told["given"] = given[0] + world.pick(["", "."])
        elif change == "swap": told["given"], told["family"] = family, given
        elif change == "mail": told["email"] = world.mail(given, family)
        elif change == "mail2" and row["email"]: told["email"] = row["email"].split("@")[0] + "@elsewhere.example"
        elif change == "nomail": told["email"] = ""
        elif change == "phone" and row["phone"]: told["phone"] = national(world, row["phone"])
        elif change == "nophone": told["phone"] = ""
        elif change == "tag" and row["email"]: told["email"] = row["email"].replace("@", "+news@")
        elif change == "nick" and given in NICK: told["given"] = NICK[given]
        elif change == "spelled": told["given"], told["family"] = ("".join(SPELLED.get(c, c) for c in n) for n in (given, family))
        elif change == "double": told["family"] = family + world.pick(["-", " "]) + world.family()
        elif change == "married" and row["email"]: told["family"], told["email"] = world.family(), row["email"]
        elif change == "title": told["title"] = world.pick(TITLE)
        elif change == "middle": told["given"] = given + " " + world.pick(["J.", "M.", "Ann", "Lee"])
        elif change == "nocity": told["city"] = ""
        elif change == "case": told["family"] = family.upper()
    return told


def decidable(row, copy):
    """Whether anybody could know: an address, a number or a whole name is still shared."""
    def digits(text): return "".join(c for c in text if c.isdigit())[-8:]
    mail = row["email"] and row["email"].split("@")[0] == copy["email"].split("@")[0].split("+")[0]
    phone = row["phone"] and digits(row["phone"]) == digits(copy["phone"])
    birthday = row["birthday"] and row["birthday"] == copy["birthday"]
    return bool(mail or phone or birthday)


def address_books(seed):
    """10,000 people, 1,500 of them twice or three times, changed in eighteen ways; what nobody could know is left out."""
    world = World(seed)
    originals = [world.person() for _ in range(10000)]
    for row in originals[::7]:
        for _ in range(1 + world.chance(0.15)):
            for _ in range(20):
                told = corrupted(world, row)
                if told and decidable(row, dict(row, **told)):
                    world.double(row, **told)
                    break
    return world


def families(seed):
    """2,000 households: one number, one family name, often one city; a tenth of the members are there twice."""
    world = World(seed)
    for _ in range(2000):
        family, phone, city = world.family(), world.phone(), world.pick(CITY)
        mailbox = world.mail("the", family) if world.chance(0.15) else None
        names = world.random.sample(GIVEN, 2 + int(world.random.random() * 4))
        for given in names:
            told = {"given": given, "family": family, "phone": phone, "city": city}
            if mailbox: told["email"] = mailbox
            row = world.person(**told)
            if world.chance(0.1):
                world.double(row, phone=national(world, phone), title="", email=row["email"] if world.chance(0.5) else "")
        if world.chance(0.1):
            father = world.person(given="John", family=family, suffix="Sr.", phone=phone, city=city)
            world.person(given="John", family=family, suffix="Jr.", phone=phone, city=city, email=father["email"])
    return world


def endings(seed):
    """Households of Mario and Maria, Daniel and Daniela, Jan and Jana under one number: nobody is there twice."""
    world = World(seed)
    pairs = [("Mario", "Maria"), ("Daniel", "Daniela"), ("Jan", "Jana"), ("Paul", "Paula"), ("Martin", "Martina"),
             ("Julio", "Julia"), ("Carlo", "Carla"), ("Gabriel", "Gabriela"), ("Alexander", "Alexandra"), ("Ken", "Ben"),
             ("Mark", "Mary"), ("Christian", "Christina"), ("Luis", "Luisa"), ("Eric", "Erica")]
    for _ in range(700):
        one, other = world.pick(pairs)
        family, phone, city = world.family(), world.phone(), world.pick(CITY)
        world.person(given=one, family=family, phone=phone, city=city)
        world.person(given=other, family=family, phone=phone, city=city)
    return world


def common_names(seed):
    """100 names with 20 bearers each, all reached in their own ways; every twentieth is there twice."""
    world = World(seed)
    names = [(world.pick(GIVEN), world.pick(FAMILY)) for _ in range(99)] + [("Maria", "Garcia")]
    for given, family in names:
        for number in range(20):
            row = world.person(given=given, family=family, email=f"{given[0].lower()}{number}.{len(world.people)}@mail.example",
                               phone=world.phone())
            if number == 0:
                world.double(row, phone=national(world, row["phone"]), title="")
    for _ in range(3000):
        world.person()
    return world


def few(seed):
    """A graph of 150 people, 15 of them twice."""
    world = World(seed)
    originals = [world.person() for _ in range(150)]
    for row in originals[::10]:
        for _ in range(20):
            told = corrupted(world, row)
            if told and decidable(row, dict(row, **told)):
                world.double(row, **told)
                break
    return world


def switchboards(seed):
    """300 companies whose people share one number and one office address; every tenth is there twice."""
    world = World(seed)
    for number in range(300):
        phone, city = world.phone(), world.pick(CITY)
        for _ in range(3 + int(world.random.random() * 12)):
            row = world.person(phone=phone, city=city)
            if world.chance(0.1) and row["email"]:
                world.double(row, given=row["given"][0] + ".", title="")
            if world.chance(0.2):
                row["email"] = (row["email"] + "|" if row["email"] else "") + f"info@office{number}.example"
    return world


if __name__ == "__main__":
    out, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for make in (address_books, families, endings, common_names, few, switchboards):
        make(seed).write(f"{out}/{make.__name__}-{seed}")
