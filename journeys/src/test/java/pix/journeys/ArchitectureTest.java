package pix.journeys;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PIX = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pix");
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(location -> location.contains("/core/target/") || location.contains("pix-core"))
            .importPackages("pix");

    @Test
    void core_stands_on_java_alone() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "pix..").check(CORE);
        noClasses().should().dependOnClassesThat().resideInAnyPackage("pix.http..", "pix.store..", "pix.platform..", "pix.functions..")
                .check(CORE);
    }

    @Test
    void core_asks_no_clock_no_environment_and_no_dice_of_its_own() {
        noClasses().should().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(System.class, "getenv", String.class)
                .orShould().callMethod(System.class, "getProperty", String.class)
                .orShould().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(Math.class, "random")
                .check(CORE);
    }

    @Test
    void functions_of_one_context_know_nothing_of_another() {
        slices().matching("pix.functions.(*)..").should().notDependOnEachOther().check(PIX);
    }

    @Test
    void nothing_that_is_deployed_knows_the_embedded_store_or_the_laptop() {
        noClasses().that().resideOutsideOfPackages("pix.embedded..", "pix.local..")
                .should().dependOnClassesThat().resideInAnyPackage("pix.embedded..", "pix.local..")
                .check(PIX);
    }

    @Test
    void the_environment_is_read_where_the_platform_is_chosen_only() {
        noClasses().that().resideOutsideOfPackages("pix.platform..", "pix.local..", "pix.bank.build..")
                .should().callMethod(System.class, "getenv", String.class)
                .check(PIX);
    }
}
