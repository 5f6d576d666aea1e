import django.db.models.deletion
import sloyfe.kit.fields
import sloyfe.kit.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("partnership", "0001_initial"),
        ("people", "0001_initial"),
        ("surveys", "0001_surveys"),
    ]

    operations = [
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("figure", "Tall"),
                            ("story", "Fortelling"),
                            ("children_voice", "Barnas og elevenes stemme"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("inclusive_practice", "Inkluderende praksis"),
                            ("language_environment", "Språkmiljø"),
                            ("assessment_for_learning", "Vurdering som støtter læring"),
                            ("digital_judgement", "Digital dømmekraft og kunstig intelligens"),
                            ("group_leadership", "Gruppe- og klasseledelse"),
                            ("home_cooperation", "Samarbeid med hjemmet"),
                            ("transitions", "Overganger"),
                            ("play_and_exploration", "Lek og utforsking"),
                            ("other", "Noe annet"),
                        ],
                        max_length=40,
                    ),
                ),
                ("title", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("story", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("asked_how", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("interpretation", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("recorded_at", models.DateTimeField()),
                (
                    "anonymised_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("inclusive_practice", "Inkluderende praksis"),
                            ("language_environment", "Språkmiljø"),
                            ("assessment_for_learning", "Vurdering som støtter læring"),
                            ("digital_judgement", "Digital dømmekraft og kunstig intelligens"),
                            ("group_leadership", "Gruppe- og klasseledelse"),
                            ("home_cooperation", "Samarbeid med hjemmet"),
                            ("transitions", "Overganger"),
                            ("play_and_exploration", "Lek og utforsking"),
                            ("other", "Noe annet"),
                        ],
                        max_length=40,
                    ),
                ),
                ("wording", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("involvement", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("worded_at", models.DateTimeField()),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "worded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OwnerPriority",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Prioritisation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("points_each", models.PositiveSmallIntegerField(default=5)),
                ("role_groups", models.JSONField(default=list)),
                ("closes_on", models.DateField()),
                ("opened_at", models.DateTimeField()),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportScheme",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("county", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("due_on", models.DateField(null=True)),
                ("own_share_percent", models.PositiveSmallIntegerField(null=True)),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("space", "county", "year"), name="one_scheme_a_year")],
            },
        ),
        migrations.CreateModel(
            name="CollectiveProcess",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("held_on", models.DateField()),
                ("took_part", models.PositiveSmallIntegerField()),
                ("role_groups", models.JSONField(default=list)),
                ("recorded_at", models.DateTimeField()),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Candidate",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="candidacies", to="needs.need"
                    ),
                ),
                (
                    "prioritisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="candidates",
                        to="needs.prioritisation",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("prioritisation", "need"), name="candidate_once")],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("wording_version", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="confirmations", to="needs.need"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("need", "wording_version"), name="need_confirmed_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("deviation", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "prioritisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decision", to="needs.prioritisation"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="backs", to="needs.finding"
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="needs.need"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("need", "finding"), name="evidence_once")],
            },
        ),
        migrations.CreateModel(
            name="Giving",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("steering", "Eiere og koordinatorer"),
                            ("leaders", "Ledere"),
                            ("practice", "Ansatte og ressurspersoner"),
                            ("partners", "Kompetansepartnere og veiledere"),
                            ("representing", "Tillitsvalgte og verneombud"),
                        ],
                        max_length=16,
                    ),
                ),
                ("given_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "prioritisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="givings", to="needs.prioritisation"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("prioritisation", "person"), name="gives_once")],
            },
        ),
        migrations.CreateModel(
            name="ImportedFigure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("source", models.CharField(max_length=120)),
                ("indicator", models.CharField(max_length=200)),
                ("period", models.CharField(max_length=40)),
                ("value", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ("unit", models.CharField(blank=True, max_length=20)),
                ("comparison", models.CharField(blank=True, max_length=200)),
                (
                    "finding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="imported", to="needs.finding"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "into",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="needs.need"
                    ),
                ),
                (
                    "part",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="merge", to="needs.need"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Minute",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("prompt", models.CharField(max_length=40)),
                ("words", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="minutes",
                        to="needs.collectiveprocess",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("process", "prompt"), name="minute_once")],
            },
        ),
        migrations.CreateModel(
            name="NeedsReport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField()),
                (
                    "applicant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="needs.reportscheme"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("round", "scheme", "applicant"), name="one_report_an_applicant")
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerComment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="comments", to="needs.need"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PrioritisationClosure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "prioritisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="closure", to="needs.prioritisation"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ties", to="needs.need"
                    ),
                ),
                (
                    "owner_priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ties", to="needs.ownerpriority"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("need", "owner_priority"), name="tied_once")],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("item", models.CharField(max_length=60)),
                (
                    "finding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="figure", to="needs.finding"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"
                    ),
                ),
                (
                    "wave",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.wave"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MergeConfirmation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("wording_version", models.PositiveIntegerField()),
                ("lost", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "merge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="needs.merge"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("merge", "wording_version"), name="merge_answered_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnShare",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("money", "Penger"), ("time", "Arbeidstid")], max_length=8)),
                ("amount", models.PositiveIntegerField()),
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="own_shares", to="needs.needsreport"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Points",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("points", models.PositiveSmallIntegerField()),
                ("reason", models.CharField(blank=True, max_length=400)),
                (
                    "giving",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="points", to="needs.giving"
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.need"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("giving", "need"), name="points_once")],
            },
        ),
        migrations.CreateModel(
            name="Priority",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("rank", models.PositiveSmallIntegerField()),
                ("grounds", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="priorities", to="needs.decision"
                    ),
                ),
                (
                    "need",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="priority", to="needs.need"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("decision", "rank"), name="one_need_a_rank")],
            },
        ),
        migrations.CreateModel(
            name="ReportAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("field", models.CharField(max_length=40)),
                ("words", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="needs.needsreport"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("report", "field"), name="answered_once")],
            },
        ),
        migrations.CreateModel(
            name="Award",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("amount", models.PositiveIntegerField()),
                ("awarded_on", models.DateField()),
                ("reference", models.CharField(blank=True, max_length=80)),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="award", to="needs.needsreport"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
