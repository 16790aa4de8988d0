#pragma once
// The tables of the kinds of documents, compiled once: include this beside core/model where they are asked for.

#include "core/document/type.hpp"
#include "core/model/programme.hpp"
#include "core/model/programme_header.hpp"

namespace dealwright::document {

extern template const TypeInfo& type_of<model::Brand>();
extern template const TypeInfo& type_of<model::Partner>();
extern template const TypeInfo& type_of<model::Customer>();
extern template const TypeInfo& type_of<model::PriceBook>();
extern template const TypeInfo& type_of<model::Guardrails>();
extern template const TypeInfo& type_of<model::Deal>();
extern template const TypeInfo& type_of<model::Playbook>();
extern template const TypeInfo& type_of<model::Onboarding>();
extern template const TypeInfo& type_of<model::Portfolio>();
extern template const TypeInfo& type_of<model::SuccessPlan>();
extern template const TypeInfo& type_of<model::Programme>();
extern template const TypeInfo& type_of<model::ProgrammeHeader>();

}  // namespace dealwright::document
