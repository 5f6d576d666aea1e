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
        ("organisations", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "owner"),
                            ("coordinator", "coordinator"),
                            ("leader", "leader"),
                            ("resource", "resource"),
                            ("staff", "staff"),
                            ("partner", "partner"),
                            ("adviser", "adviser"),
                            ("union", "union"),
                            ("safety", "safety"),
                            ("guest", "guest"),
                        ],
                        max_length=16,
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("areas", models.JSONField(blank=True, default=list)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("given_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
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
            name="Partnership",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("language", models.CharField(default="nb", max_length=2)),
                ("begun_on", models.DateField()),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("space",), name="one_partnership_a_space")],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Eier"),
                            ("unit", "Enhet"),
                            ("partner", "Kompetansepartner"),
                            ("service", "Tjeneste"),
                        ],
                        max_length=10,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "place",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("space", "organisation"), name="party_once")],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("school_year", models.PositiveSmallIntegerField()),
                ("opened_at", models.DateTimeField()),
                (
                    "follows",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="partnership.round",
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
            name="SeatArea",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("kindergarten", "Kindergarten"),
                            ("sfo", "Sfo"),
                            ("school", "School"),
                            ("ppt", "Ppt"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="access.seat"),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("seat", "area"), name="seat_area_once")],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField()),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agreement", to="partnership.round"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Expectation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("words", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("stated_at", models.DateTimeField()),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "stated_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "by_party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "of_party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Acceptance",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "seat",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.seat"),
                ),
                (
                    "invitation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acceptance",
                        to="partnership.invitation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReadinessAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("statement", models.CharField(max_length=40)),
                (
                    "answer",
                    models.CharField(choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nei")], max_length=8),
                ),
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("round", "statement"), name="readiness_once")],
            },
        ),
        migrations.CreateModel(
            name="PartnerConfirmation",
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
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("round", "party"), name="partner_confirmed_once")],
            },
        ),
        migrations.CreateModel(
            name="Involvement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("union", "Tillitsvalgte"),
                            ("safety", "Verneombud"),
                            ("staff", "Personalet"),
                            ("leaders", "Ledere"),
                            ("parents", "Foreldre"),
                            ("children", "Barn og elever, som gruppe"),
                        ],
                        max_length=10,
                    ),
                ),
                ("who", models.CharField(max_length=200)),
                ("on", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("talked", "Drøfting i møte"),
                            ("told", "Informasjon"),
                            ("written", "Skriftlig innspill"),
                            ("worked", "Var med i arbeidet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("remark", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnership.party",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Start",
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
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="start", to="partnership.round"
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
            name="Task",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("what", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("due", models.DateField()),
                ("source", models.CharField(default="roles", max_length=40)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="UnitTime",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("hours_a_month", models.PositiveSmallIntegerField()),
                ("remark", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
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
                "constraints": [models.UniqueConstraint(fields=("round", "party"), name="unit_time_once")],
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
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
                    "invitation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withdrawal",
                        to="partnership.invitation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="YearWheelDate",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("on", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("gathering", "Samling"),
                            ("between", "Mellomarbeid"),
                            ("meeting", "Møte"),
                            ("survey", "Undersøkelse"),
                            ("deadline", "Frist"),
                            ("evaluation", "Evaluering"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
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
            name="AgreementVersion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("content", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="partnership.agreement"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("agreement", "number"), name="version_number_once")],
            },
        ),
        migrations.CreateModel(
            name="ExpectationAgreed",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("on", models.DateField()),
                ("who", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "expectation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="agreed", to="partnership.expectation"
                    ),
                ),
                (
                    "recorded_by",
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
            name="Section",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("key", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField()),
                ("required", models.BooleanField()),
                ("body", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sections", to="partnership.agreement"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("agreement", "key"), name="section_once")],
            },
        ),
        migrations.CreateModel(
            name="Override",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", models.TextField()),
                ("open_checks", models.JSONField(default=list)),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "start",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="override", to="partnership.start"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TaskDone",
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
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="done", to="partnership.task"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("reason", models.TextField()),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="amendment",
                        to="partnership.agreementversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("title", models.CharField(max_length=120)),
                ("digest", models.CharField(max_length=64)),
                ("signed_at", models.DateTimeField()),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="partnership.agreementversion",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("version", "party"), name="one_signature_a_party")],
            },
        ),
    ]
