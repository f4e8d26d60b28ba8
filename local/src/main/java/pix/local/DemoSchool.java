package pix.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import pix.Language;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Levels;
import pix.ability.Prior;
import pix.ability.Sites;
import pix.assessment.AssessmentKind;
import pix.assessment.Profile;
import pix.assessment.SeenItems;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.enrolment.Rosters;
import pix.enrolment.SchoolLinks;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.framework.Competence;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.organisation.Organisation;
import pix.store.DynamoAssessments;
import pix.store.DynamoLearners;
import pix.store.DynamoRosters;
import pix.store.DynamoSchoolLinks;
import pix.store.DynamoStudents;

/**
 * Two classes of the demonstration school, with names out of a garden. In 3A most have an account, and half the class has
 * sat a certification; nobody of 3B has claimed a place yet. Made once; what happens to them later stays.
 */
final class DemoSchool {
    private static final String UPLOAD = "demonstration";
    private static final String CLASS = "3A";
    private static final String NEWCOMERS = "3B";
    private static final long SEED = 20261123;
    private static final Duration PRACTISED_BEFORE = Duration.ofDays(45);
    /** The first birthday; the others follow, eleven days apart. */
    private static final LocalDate BORN = LocalDate.of(2011, 9, 3);

    /** In the order of {@link #STUDENTS}: Léa has just arrived; then those who sat, those who could, one who has not begun. */
    private static final int SAT = 14;
    private static final int READY = 4;
    private static final int ENROLLED = 3;
    private static final int WITH_ACCOUNT = 19;

    /** Family name, given names. Léa is the demonstration's own. */
    private static final List<String> STUDENTS = List.of("Martin, Léa", "Alouette, Noé", "Bouleau, Capucine", "Cœurdechêne, Maël",
            "Da Silva-Hêtre, Inês", "Églantine, Jules", "Genêt, Jeanne", "Hirondelle, Yanis", "Jasmin, Zofia", "Lavande, Anaïs",
            "Mésange, Adama", "Olivier-Sauvage, Kenza", "Ravinala, Tiana", "Saule, Côme", "Verdier, Paul", "Baobab, Aminata",
            "Hoa Mai, Minh Anh", "Lâle, Elif", "Roseau, Lucas", "Figuier, Lina", "Acacia, Rania", "Bruyère, Sacha",
            "Cormoran, Théa", "Pinson, Ibrahim", "Sittelle, Manon", "Tilleul, Nathan", "Troglodyte, Océane", "Yucca, William");
    private static final List<String> NEW_STUDENTS = List.of("Aubépine, Adèle", "Bergeronnette, Amir", "Bleuet, Chloé", "Camélia, Diego",
            "Chardonneret, Élise", "Coquelicot, Fatou", "Cyprès, Gabin", "Dahlia, Hana", "Érable, Émile", "Fauvette, Isaac",
            "Fougère, Jade", "Grive, Liam", "Houx, Louis", "Iris, Maya", "Jonquille, Milo", "Lilas, Nina", "Loriot, Nour", "Merle, Oscar",
            "Muguet, Rose", "Orme, Samuel", "Peuplier, Sofia", "Pivoine, Swann", "Roitelet, Tom", "Sapin, Victoire", "Sureau, Yasmine",
            "Zinnia, Zoé");

    private final LocalPlatform platform;
    private final DynamoLearners learners;
    private final DynamoAssessments assessments;
    private final Instant now;
    private final Instant practised;

    private DemoSchool(LocalPlatform platform) {
        this.platform = platform;
        this.learners = new DynamoLearners(platform.dynamo(), platform.table("Learners"));
        this.assessments = new DynamoAssessments(platform.dynamo(), platform.table("Assessments"), platform.table("Learners"));
        this.now = platform.clock().instant();
        this.practised = now.minus(PRACTISED_BEFORE);
    }

    /** @param head who planned its sessions @param lea the account of Léa Martin, where nobody has changed it */
    static void seed(LocalPlatform platform, Organisation school, String head, Optional<String> lea) {
        String organisationId = school.organisationId();
        Rosters rosters = new DynamoRosters(platform.dynamo(), platform.table("Organisations"));
        if (rosters.summary(organisationId).students() > 0) return;
        new DemoSchool(platform).seed(school, head, lea);
        rosters.acquire(organisationId, UPLOAD, platform.clock().instant(), platform.clock().instant());
        rosters.imported(organisationId, UPLOAD, UPLOAD,
                Map.of(CLASS, (long) STUDENTS.size(), NEWCOMERS, (long) NEW_STUDENTS.size()));
    }

    private void seed(Organisation school, String head, Optional<String> lea) {
        List<Student> students = ofClass(school.organisationId(), CLASS, STUDENTS);
        Students roster = new DynamoStudents(platform.dynamo(), platform.table("Organisations"));
        addOnce(roster, students);
        addOnce(roster, ofClass(school.organisationId(), NEWCOMERS, NEW_STUDENTS));
        SchoolLinks links = new DynamoSchoolLinks(platform.dynamo(), platform.table("Learners"), platform.table("Organisations"));
        lea.ifPresent(learnerId -> links.link(students.getFirst(), learnerId, now));
        for (int i = 1; i <= WITH_ACCOUNT; i++) links.link(students.get(i), account(students.get(i), i), now);
        DemoExam exam = new DemoExam(platform, school, head);
        exam.past(students.subList(1, 1 + SAT), i -> learnerId(i + 1), i -> ability(i + 1, 2));
        exam.toCome(students.subList(1 + SAT, 1 + SAT + ENROLLED));
    }

    /** A start that was cut off goes on: places that were claimed stay claimed. */
    private static void addOnce(Students roster, List<Student> students) {
        Student last = students.getLast();
        if (roster.get(last.organisationId(), last.studentId()).isEmpty()) roster.add(students);
    }

    private static List<Student> ofClass(String organisationId, String className, List<String> names) {
        return IntStream.range(0, names.size()).mapToObj(i -> student(organisationId, className, names.get(i).split(", "), i)).toList();
    }

    private static Student student(String organisationId, String className, String[] name, int i) {
        LocalDate birthDate = name[1].equals("Léa") ? LocalDate.of(2012, 3, 14) : BORN.plusDays(11L * i);
        return new Student(organisationId, "demonstration-" + className + "-" + i, Optional.empty(), name[0], Optional.empty(), name[1],
                birthDate, Optional.of(className), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, 0,
                UPLOAD, UPLOAD);
    }

    private static String learnerId(int i) {
        return "demonstration-student-" + i;
    }

    /** Somebody who never signs in; all but the last have a profile. */
    private String account(Student s, int i) {
        String learnerId = learnerId(i);
        learners.add(new Learner(learnerId, "eleve" + i + ".demo", s.givenNames(), s.familyName(), s.birthDate(), Situation.TROISIEME,
                Language.FR, Set.of(), practised));
        if (i > SAT + READY) return learnerId;
        Terms terms = new Terms("demonstration-practice-" + i, learnerId, AssessmentKind.PLACEMENT, Optional.empty(), Optional.empty(),
                Language.FR, Set.of(), i, "demonstration", practised);
        Turn turn = new Turn(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[0], new int[0], Optional.empty());
        int[] answers = new int[Competence.values().length];
        Arrays.fill(answers, 5);
        assessments.start(turn,
                new Profile(learnerId, 1, ability(i, 1).sites(), answers, SeenItems.none(), Map.of(), Optional.of(practised)));
        return learnerId;
    }

    /**
     * Five answers a competence around the middle: some know more, some less.
     *
     * @param sitting the same person answers differently another time
     */
    private static Ability ability(int i, int sitting) {
        double talent = .8 * new SplittableRandom(SEED + i).nextGaussian();
        SplittableRandom luck = new SplittableRandom(SEED + 1000L * sitting + i);
        Ability ability = Ability.of(Prior.standard());
        for (Competence c : Competence.values()) {
            for (int level = 2; level <= 6; level++) {
                ItemParameters item = new ItemParameters(1.2, Levels.cut(level), 0, 1);
                ability = ability.observe(c, item, luck.nextDouble() < item.probability(talent) ? 1 : 0);
            }
        }
        return ability;
    }
}
