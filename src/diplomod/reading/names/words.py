"""The classes of words that tell who is meant: posts, groups, sources, forms of address, pronouns.

A word may be of several classes; a class is one bit, so that one look-up per token tells all of them.
"""

from __future__ import annotations

POST = 1  # one person's post: minister, envoy, spokeswoman
PEOPLE = 2  # people by their posts: ministers, negotiators, officials
BODY = 4  # people who act as one: government, delegation, army
SOURCE = 8  # what or who is quoted without a name: reports, source, critics
ADDRESS = 16  # before a name, no post: Mr., Sheikh, Dr.
MODIFIER = 32  # stands before a post in its title: foreign, deputy, national
COMPANY = 64  # ends the name of an organisation: Ministry, Council, Corp
PRESS = 128  # ends the name of a newspaper or an agency: Times, News
THING = 256  # ends the name of what can't act: Summit, Act, River
PARTICLE = 512  # inside names in small letters: van, bin, de
CALENDAR = 1024  # months, days, feasts
PRONOUN = 2048
KIN = 4096  # one person by kinship: son-in-law, wife
MALE = 8192
FEMALE = 16384
SEAT = 32768  # ends the name of a place: City, Island, Province
FOLK = 65536  # people and persons in general: voters, man, residents
AMERICAN = 131072  # posts that by their name are those of the United States
NATIONAL = 262144  # posts that a state has: president, minister, ambassador (and no company or club, when nothing else is said)
SPEECH = 524288  # verbs of saying, in their finite forms
SUFFIX = 1048576  # Jr., II
ACTOR = POST | PEOPLE | BODY | SOURCE | KIN | FOLK

TABLE: tuple[tuple[int, str], ...] = (
    (
        POST | NATIONAL,
        """president premier minister chancellor secretary undersecretary ambassador envoy diplomat negotiator
        vice-president president-elect interlocutor chargé plenipotentiary consul representative commissioner
        mediator emissary attaché caretaker ombudsman dictator ruler sovereign monarch crown-prince emir amir sultan
        caliph tsar foreign-minister taoiseach""",
    ),
    (POST | NATIONAL | MALE, "king prince emperor shah pope ayatollah kaiser sheikh"),
    (POST | NATIONAL | FEMALE, "queen princess empress"),
    (POST | MALE, "spokesman chairman congressman councilman businessman alderman assemblyman archbishop bishop cardinal"),
    (POST | FEMALE, "spokeswoman chairwoman congresswoman councilwoman businesswoman"),
    (
        POST,
        """secretary-general director director-general leader chief head chairperson chair spokesperson commander general
        colonel admiral lieutenant major captain sergeant brigadier marshal governor mayor senator sen rep gov lawmaker
        legislator deputy speaker judge justice attorney prosecutor lawyer counsel adviser advisor aide assistant coordinator
        co-chair deputy-director executive ceo founder co-founder analyst expert professor scholar historian economist
        official officer strategist pollster consultant operative manager candidate nominee frontrunner front-runner
        nominee-elect member fellow researcher editor reporter journalist correspondent columnist commentator
        author host anchor presenter moderator publisher activist organizer organiser dissident critic ally rival opponent
        challenger incumbent delegate counterpart principal inspector investigator auditor sheriff pastor reverend rabbi imam
        doctor physician teacher student professor-emeritus entrepreneur billionaire tycoon mogul developer banker investor
        financier politician statesman warlord militant fugitive veteran rapporteur emeritus treasurer clerk
        whip majority-leader co-host contributor blogger writer actor actress singer comedian filmmaker director-designate
        superintendent curator provost dean rector patriarch cleric firebrand strongman chairman-elect governor-elect
        trustee regent viceroy heir successor predecessor deputy-chief guest spox democrat republican libertarian
        secretary-designate lobbyist fundraiser donor hotelier magnate hacker whistleblower dictator-general
        insider organizer-in-chief commander-in-chief parliamentarian mp mep conservative liberal""",
    ),
    (AMERICAN, "secretary-of-state"),
    (
        PEOPLE,
        """presidents premiers ministers chancellors secretaries ambassadors envoys diplomats negotiators representatives
        commissioners mediators emissaries kings princes leaders chiefs heads spokesmen spokespersons spokespeople commanders
        generals governors mayors senators sens reps govs lawmakers legislators deputies judges justices prosecutors
        lawyers attorneys advisers advisors aides assistants executives founders analysts experts professors scholars
        historians economists officials officers strategists pollsters consultants operatives candidates nominees
        members researchers editors reporters journalists correspondents columnists commentators hosts moderators
        activists organizers organisers dissidents allies rivals opponents challengers delegates counterparts
        principals inspectors investigators doctors teachers students bankers investors politicians militants
        veterans clerics parliamentarians congressmen interlocutors statesmen guerrillas
        rebels insurgents fighters forces troops soldiers authorities parties sides powers states nations countries
        governments delegations teams ministries sponsors guarantors facilitators hostages prisoners separatists
        democrats republicans conservatives liberals libertarians monarchs royals superpowers neighbours neighbors
        signatories emissaries rulers ceos mps meps settlers refugees peacekeepers negotiating-teams
        campaigns unions lobbyists donors delegates superdelegates evangelicals progressives moderates islamists
        populists nationalists insiders contributors bloggers writers workers employees staffers""",
    ),
    (
        BODY,
        """government administration delegation team side ministry department embassy consulate army navy military
        parliament congress senate house cabinet council committee commission court agency bureau party coalition
        opposition campaign office palace presidency junta regime movement group organisation organization militia
        faction alliance bloc union leadership authority police politburo legislature assembly mission
        secretariat tribunal panel board institute foundation university company corporation bank firm
        directorate staff taskforce task-force troika quartet trio duo quad contingent entourage camp network
        chamber ministry-run federation league association front brigade command think-tank
        monarchy kingdom state nation country republic capital watchdog center centre society
        newspaper magazine outlet broadcaster channel jury""",
    ),
    (
        SOURCE,
        """source sources report reports media press assessment assessments statement statements communique communiqué
        readout document documents transcript poll polls survey surveys study studies letter memo email emails e-mail e-mails
        filing lawsuit complaint indictment affidavit article editorial op-ed story stories ad ads advertisement website
        page website newspaper newspapers paper outlets network networks intelligence data figures statistics
        records record review audit analysis tweet tweets post posts video footage
        release text bulletin dispatch cable cables rumours rumors
        book biography column headline banner sign caption speech testimony""",
    ),
    (
        FOLK,
        """people person man woman men women voter voters resident residents witness witnesses critic critics supporter
        supporters protester protesters demonstrator demonstrators observer observers american americans
        others everyone everybody somebody someone anyone nobody pundits pundit many some most few several
        detractors backers fans families family mother father parents citizens citizen locals
        pollees respondents respondent skeptics sceptics survivors victims victim insiders
        viewers readers crowd audience public owner owners neighbor neighbour friend friends colleague
        colleagues group-member guests participants participant attendee attendees youth folks guy guys boy girl
        millennials latinos hispanics muslims jews christians catholics blacks whites kids
        children veterans' immigrants migrants worker employee physicians nurses gunman shooter suspect
        buyer user users drivers driver farmers farmer bosses boss""",
    ),
    (KIN, "son-in-law daughter-in-law brother-in-law sister-in-law father-in-law mother-in-law cousin nephew niece sibling"),
    (KIN | MALE, "son brother husband father uncle grandson widower boyfriend"),
    (KIN | FEMALE, "daughter sister wife mother aunt granddaughter widow girlfriend"),
    (KIN, "spouse partner"),
    (ADDRESS | MALE, "mr mr. sir lord sheik sheikh sayyid sayed seyyed hajj abu messrs messrs. don mullah sharif baron count"),
    (ADDRESS | FEMALE, "mrs mrs. ms ms. miss madam madame dame lady sheikha baroness countess"),
    (
        ADDRESS,
        """dr dr. prof prof. hon hon. honorable honourable excellency h.e. highness majesty holiness eminence rev rev. fr.
        st saint comrade""",
    ),
    (
        POST,
        """sen. rep. gov. gen. lt. maj. col. capt. adm. sgt. brig. cmdr. pres. amb. atty. supt. det. cpl. pvt. del. ald.
        spc. pfc. vp""",
    ),
    (PEOPLE, "sens. reps. govs. gens. profs. drs."),
    (
        MODIFIER,
        """foreign prime defense defence vice acting former special chief deputy senior junior top national security
        presidential interim outgoing incoming press external internal interior home finance economy trade commerce energy
        oil justice health agriculture environment transport education culture labor labour state affairs executive
        permanent high principal lead chief-of-staff regional political military commerce emergency crown supreme
        attorney first second third assistant associate under ex late then newly-appointed elected re-elected exiled ousted
        caretaker veteran longtime long-time fellow general lieutenant major rear brigadier staff policy
        communications information intelligence nuclear peace climate humanitarian relief parliamentary
        congressional senate house minority majority opposition cabinet ruling party federal provincial municipal city
        honorary resident union european-affairs governing founding co-founding managing research
        republican democratic libertarian independent conservative liberal presumptive likely presumed apparent
        gubernatorial senatorial district county campaign leading prominent independent retired
        undersecretary spokesperson council central joint armed""",
    ),
    (
        COMPANY,
        """ministry department agency bureau council committee commission party university institute foundation bank group
        corp corp. inc inc. ltd ltd. co. llc plc company union association organization organisation federation league
        congress senate parliament assembly court army navy corps force forces guard guards brigade brigades command
        academy college school society center centre club board authority administration office front movement alliance
        network initiative project coalition conference-board service services secretariat embassy consulate house
        cabinet fund trust chamber tribunal exchange airlines airways motors police caucus pac campaign
        partners associates industries international hospital church legion knesset duma majlis""",
    ),
    (
        PRESS,
        """times post journal news tribune herald gazette guardian telegraph observer independent chronicle
        globe daily today magazine review press television tv radio broadcasting agence wire media mirror mail express
        standard examiner inquirer dispatch bee sun star monitor""",
    ),
    (
        THING,
        """summit act agreement accord accords treaty war wars conference resolution plan pact deal day convention protocol
        forum dialogue talks mechanism award prize revolution river sea strait bay ocean gulf shoal mountains mount
        amendment doctrine declaration charter project festival cup games olympics championship visit week month year
        tower hotel resort building hall square street avenue road bridge stadium airport park plaza station center
        primary primaries caucuses election elections debate super ministerial roundtable framework partnership process
        channel canal lake valley desert highway museum library theater theatre cathedral mosque temple church
        constitution bible quran koran lives matter""",
    ),
    (
        SEAT,
        """city island islands province region county state beach district peninsula village town heights strip bank
        coast springs falls hills valley port fort lake base camp""",
    ),
    (
        PARTICLE,
        """al el bin bint ibn ben van von der den de del della di da dos das do du la le les ter ten zu af av y e
        ul ur abd abdul abu ould umm""",
    ),
    (
        CALENDAR,
        """january february march april may june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept.
        oct oct. nov nov. dec dec. mon. tue. tues. wed. thu. thurs. fri. sat. sun. christmas easter ramadan eid
        thanksgiving hanukkah nowruz passover gmt utc est edt pst am pm a.m. p.m.""",
    ),
    (PRONOUN | MALE, "he him his himself"),
    (PRONOUN | FEMALE, "she her hers herself"),
    (PRONOUN, "it its itself they them their theirs themselves i me my mine myself we us our ours ourselves you your who"),
    (SUFFIX, "jr jr. sr sr. ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xxiii esq. ph.d."),
    (
        SPEECH,
        """said says say saying told tells tell added adds add stated states warned warns stressed stresses insisted insists
        claimed claims argued argues noted notes explained explains replied replies responded responds asked asks declared
        declares announced announces reported reports wrote writes tweeted tweets acknowledged acknowledges admitted admits
        asserted asserts suggested suggests contended contends described describes called calls accused accuses denied denies
        promised promises vowed vows pledged pledges urged urges demanded demands concluded concludes remarked remarks
        commented comments testified testifies recalled recalls predicted predicts confirmed confirms revealed reveals
        disclosed discloses cautioned cautions complained complains joked jokes quipped quips continued continues
        mentioned mentions reiterated reiterates emphasized emphasizes emphasised emphasises underlined underlines
        affirmed affirms reaffirmed reaffirms believes believed thinks thought shared observed observes maintained maintains
        countered counters conceded concedes posted posts recounted pointed points hopes hoped expects expected
        wants wanted argue claim believe think insist warn report suggest note agreed agrees proposed proposes
        charged charges lamented laments boasted boasts mused muses opined opines stresses underscored underscores
        signaled signalled hinted hints found finds shows showed read reads knew knows feared fears""",
    ),
)

FEMININE = frozenset("she her hers herself".split())
MASCULINE = frozenset("he him his himself".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves".split())
NEUTRAL = frozenset("it its itself".split())
SPEAKING = frozenset("i me my mine myself we us our ours ourselves you your".split())


def word_classes() -> dict[str, int]:
    """Small-letter word -> its classes, all bits joined."""
    classes: dict[str, int] = {}
    for bits, words in TABLE:
        for word in words.split():
            classes[word] = classes.get(word, 0) | bits
    return classes
